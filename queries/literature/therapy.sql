-- One row per therapy length of a table row: one patient's, one shared by several patients, or a range.
WITH shown AS (SELECT * REPLACE (verdict_drawn(verdict, possible_counts) AS verdict) FROM chosen),
courses AS (
    SELECT
        row, publication, disease, verdict, count(*) AS reports, therapy_low_months, therapy_high_months,
        dose, therapy, any_value(source) AS source, string_agg(patient_id, ' ') AS patient_ids
    FROM shown
    WHERE verdict NOT IN ('excluded', 'not reported') OR $excluded
    GROUP BY ALL
)
SELECT
    row, publication, disease, verdict::VARCHAR AS verdict, reports, therapy_low_months, therapy_high_months,
    therapy_low_months = therapy_high_months AS exact,
    row || chr(96 + row_number() OVER (PARTITION BY row ORDER BY therapy_low_months DESC)::INTEGER) || ' ' || publication
        || CASE WHEN reports > 1 THEN ' × ' || reports ELSE '' END AS label,
    therapy, dose, source, patient_ids
FROM courses
UNION ALL BY NAME
SELECT
    0 AS row, publication, disease, 'child' AS verdict, 1 AS reports, therapy_low_months, therapy_high_months, true AS exact,
    'The child' AS label, therapy, dose, source, patient_id AS patient_ids
FROM index_report WHERE $child
ORDER BY row, therapy_low_months DESC;
