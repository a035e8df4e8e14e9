-- One row per printed row of Table 1: its verdict and why, the printed cells, the bounds read from them, its publication.
WITH judged AS (
    SELECT
        *,
        list_filter([
            why_range(age_verdict, verdict, 'age', age_low_years, age_high_years, 'years', chosen_years($age_group, $age)),
            why_range(dose_verdict, verdict, 'dose', dose_low_mg, dose_high_mg, 'mg', $dose),
            why_range(dose_per_4_weeks_verdict, verdict, 'dose', dose_low_mg_per_4_weeks, dose_high_mg_per_4_weeks,
                'mg per 4 weeks', $dose_per_4_weeks),
            why_range(interval_verdict, verdict, 'interval', interval_low_weeks, interval_high_weeks, 'weeks', $interval),
            why_range(therapy_verdict, verdict, 'therapy', therapy_low_months, therapy_high_months, 'months', $therapy),
            CASE disease_verdict WHEN 'excluded' THEN disease || ' mastocytosis is not chosen' END,
            why_set(ige_verdict, verdict, 'total IgE', ige_directions),
            why_set(tryptase_verdict, verdict, 'tryptase', tryptase_directions),
            CASE set_aside_verdict WHEN 'excluded' THEN 'publication set aside' END
        ], lambda reason: reason IS NOT NULL) AS reasons
    FROM cohort($age_group, $age, $dose, $dose_per_4_weeks, $interval, $therapy, $disease, $ige, $tryptase, $without)
),
grouped AS (
    SELECT row, verdict, reasons, count(*) AS reports FROM judged GROUP BY ALL
),
told AS (
    SELECT
        row, min(verdict) AS verdict,
        string_agg(
            verdict || ': ' || coalesce(nullif(array_to_string(reasons, '; '), ''), 'every filter is met')
            || ' (' || reports || CASE WHEN reports = 1 THEN ' patient)' ELSE ' patients)' END,
            ' · ' ORDER BY verdict, reasons
        ) AS why
    FROM grouped GROUP BY row
),
bounds AS (
    SELECT
        row, min(age_low_years) AS age_low_years, max(age_high_years) AS age_high_years,
        any_value(dose_low_mg) AS dose_low_mg, any_value(dose_high_mg) AS dose_high_mg,
        any_value(interval_low_weeks) AS interval_low_weeks, any_value(interval_high_weeks) AS interval_high_weeks,
        any_value(dose_low_mg_per_4_weeks) AS dose_low_mg_per_4_weeks,
        any_value(dose_high_mg_per_4_weeks) AS dose_high_mg_per_4_weeks,
        min(therapy_low_months) AS therapy_low_months, max(therapy_high_months) AS therapy_high_months,
        array_to_string(any_value(ige_directions), ' or ') AS ige_direction,
        array_to_string(any_value(tryptase_directions), ' or ') AS tryptase_direction
    FROM patient_reports GROUP BY row
)
SELECT
    row, verdict::VARCHAR AS verdict, why,
    study_printed || ' [' || reference_printed || ']' || coalesce(pediatric_mark_printed, '') AS study, section, study_printed, '[' || reference_printed || ']' AS reference_printed,
    coalesce(pediatric_mark_printed, '') AS pediatric_mark_printed, table_rows.patients, age_printed, dose_printed,
    therapy_length_printed, total_ige_printed, tryptase_printed, bounds.* EXCLUDE (row),
    'https://doi.org/' || doi AS doi, publications.status, table_rows.source
FROM table_rows JOIN told USING (row) JOIN bounds USING (row) JOIN publications USING (publication_id)
WHERE contains(lower(concat_ws(' ', *COLUMNS(table_rows.* EXCLUDE (row)), why)), lower($search))
ORDER BY row;
