-- One row per course: the therapy length of those of one table row and age, in a lane of their dose, with how many they are.
WITH shown AS (SELECT * REPLACE (verdict_drawn(verdict, possible_counts) AS verdict) FROM chosen)
SELECT
    row, publication, disease, verdict::VARCHAR AS verdict, count(*) AS reports,
    dose_low_mg, dose_high_mg, range_text(dose_low_mg, dose_high_mg) || ' mg · ' || dose_lane AS lane, dose_lane,
    therapy_low_months, therapy_high_months, therapy_low_months = therapy_high_months AS exact,
    dose, therapy, age, any_value(source) AS source, string_agg(patient_id, ' ' ORDER BY patient_id) AS patient_ids
FROM shown
WHERE verdict NOT IN ('excluded', 'not reported') OR $excluded
GROUP BY ALL
UNION ALL BY NAME
SELECT
    0 AS row, publication, disease, 'child' AS verdict, 1 AS reports,
    dose_low_mg, dose_high_mg, range_text(dose_low_mg, dose_high_mg) || ' mg · ' || dose_lane AS lane, dose_lane,
    therapy_low_months, therapy_high_months, true AS exact, dose, therapy, age, source, patient_id AS patient_ids
FROM index_report WHERE $child
ORDER BY dose_low_mg, dose_high_mg, dose_lane;
