-- One row per age printed in a table row: an exact age or a range, with how many patient reports share it.
WITH shown AS (SELECT * REPLACE (verdict_drawn(verdict, possible_counts) AS verdict) FROM chosen)
SELECT
    row, publication, disease, age_low_years, age_high_years,
    age_low_years = age_high_years AS exact,
    row || '. ' || publication || ' (' || disease || ')' AS label,
    verdict::VARCHAR AS verdict,
    count(*) AS reports,
    age, any_value(source) AS source, string_agg(patient_id, ' ') AS patient_ids
FROM shown
GROUP BY row, publication, disease, age_low_years, age_high_years, age, verdict
UNION ALL BY NAME
SELECT
    0 AS row, publication, disease, age_low_years, age_high_years, false AS exact,
    'The child (' || disease || ')' AS label, 'child' AS verdict, 1 AS reports,
    age, source, patient_id AS patient_ids
FROM index_report WHERE $child
ORDER BY row, age_low_years;
