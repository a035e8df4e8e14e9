-- One row per counting unit (patients, publications, table rows) with its count under each verdict.
WITH judged AS (
    FROM cohort($age_group, $age, $dose, $dose_per_4_weeks, $interval, $therapy, $disease, $ige, $tryptase, $without)
),
units AS (
    SELECT 1 AS position, 'patients' AS unit, patient_id AS unit_id, min(verdict) AS verdict FROM judged GROUP BY ALL
    UNION ALL
    SELECT 2, 'publications', publication_id, min(verdict) FROM judged GROUP BY ALL
    UNION ALL
    SELECT 3, 'table rows', row::VARCHAR, min(verdict) FROM judged GROUP BY ALL
)
SELECT
    unit,
    count(*) FILTER (verdict = 'certain') AS certain,
    count(*) FILTER (verdict = 'possible') AS possible,
    count(*) FILTER (verdict = 'not reported') AS not_reported,
    count(*) FILTER (verdict = 'excluded') AS excluded,
    count(*) AS total
FROM units GROUP BY position, unit ORDER BY position;
