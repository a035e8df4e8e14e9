-- One row per printed row of Table 1: its verdict and why, the printed cells, the bounds read from them, its publication.
WITH reasoned AS (
    SELECT
        row, verdict,
        concat_ws('; ',
            why_range(age_verdict, verdict, concat('age ', age), asked_age),
            why_range(dose_verdict, verdict, concat('dose ', dose), asked_dose),
            why_range(per_4_weeks_verdict, verdict, 'dose per 4 weeks', asked_per_4_weeks),
            why_range(interval_verdict, verdict, concat('interval in ', dose), asked_interval),
            why_range(therapy_verdict, verdict, concat('therapy ', therapy), asked_therapy),
            why_range(year_verdict, verdict, coalesce('publication of ' || publication_year, 'year of publication'), asked_year),
            CASE disease_verdict WHEN 'excluded' THEN disease || ' mastocytosis is not chosen' END,
            why_set(ige_verdict, verdict, 'total IgE', ige_directions),
            why_set(tryptase_verdict, verdict, 'tryptase', tryptase_directions),
            CASE aside_verdict WHEN 'excluded' THEN 'publication set aside' END
        ) AS reason
    FROM chosen
),
grouped AS (
    SELECT row, verdict, coalesce(nullif(reason, ''), 'every filter is met') AS reason, count(*) AS reports
    FROM reasoned GROUP BY ALL
),
texts AS (
    SELECT
        row, min(verdict)::VARCHAR AS verdict, bool_and(verdict = 'certain') AS all_met,
        string_agg(
            format('{}: {} ({} {})', verdict, reason, reports, if(reports = 1, 'patient', 'patients')), ' · ' ORDER BY verdict, reason
        ) AS why
    FROM grouped GROUP BY row
)
FROM texts JOIN printed_rows USING (row)
WHERE contains(lower(concat_ws(' ', *COLUMNS(printed_rows.* EXCLUDE (row, source)), why)), lower($search))
ORDER BY row;
