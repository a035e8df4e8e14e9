-- One row per printed row of Table 1: its patients under the filter, its cells as read and as printed, its verdict and why.
WITH judged_filters AS (
    SELECT
        report_id, verdict, generate_subscripts(reasons, 1) AS filter, unnest(reasons) AS reasons,
        unnest(list_value(*COLUMNS('^asked_'))) AS asked, unnest(list_value(*COLUMNS('_verdict$'))) AS own
    FROM chosen JOIN report_reasons USING (report_id)
),
reasoned AS (
    SELECT
        report_id, string_agg(
            if(asked[1] > asked[2], 'age group and ages exclude each other',
                format(reasons[enum_code(verdict)], coalesce(asked_text(asked), ''))), '; ' ORDER BY filter
        ) AS reason
    FROM judged_filters
    WHERE own = verdict AND verdict != 'certain' GROUP BY report_id
),
placed AS (
    -- A patient reported twice counts once: where the verdict is best, and there in the first row.
    SELECT report_id, row, verdict, counted, row_number() OVER (PARTITION BY patient_id ORDER BY verdict, row) = 1 AS here
    FROM chosen
),
grouped AS (
    SELECT
        row, verdict, coalesce(reason, 'every filter is met') AS reason, count(*) AS reports,
        count(*) FILTER (here AND counted) AS patients, count(*) FILTER (NOT here) AS elsewhere, any_value(counted) AS kept
    FROM placed LEFT JOIN reasoned USING (report_id) GROUP BY ALL
),
told AS (
    SELECT
        row, min(verdict)::VARCHAR AS verdict, bool_and(verdict = 'certain') AS all_met, bool_or(kept) AS kept,
        sum(if(verdict = 'certain', patients, 0))::INTEGER AS patients_certain,
        sum(if(verdict = 'possible', patients, 0))::INTEGER AS patients_possible, sum(elsewhere)::INTEGER AS patients_elsewhere,
        string_agg(
            format('{}: {} ({} {}{})', verdict, reason, reports, if(reports = 1, 'patient', 'patients'),
                if(elsewhere > 0, format(', {} counted in another row', elsewhere), '')),
            ' · ' ORDER BY verdict, reason
        ) AS why
    FROM grouped GROUP BY row
)
SELECT
    publication, section, patients_certain, patients_possible, patients, age_low_years, age_high_years, age_printed,
    dose_low_mg, dose_high_mg, dose_printed, interval_low_weeks, interval_high_weeks,
    dose_low_mg_per_4_weeks, dose_high_mg_per_4_weeks, therapy_low_months, therapy_high_months, therapy_length_printed,
    total_ige_printed, tryptase_printed, patients_elsewhere, study, row, publication_id, doi, status, source, verdict, all_met, kept, why
FROM told JOIN printed_rows USING (row) ORDER BY row;
