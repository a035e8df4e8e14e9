-- One row per check: the patients under 18 in the rows of references 17 to 31.
WITH reports AS (
    SELECT row, patient_id, verdict_of_range(age_low_years, age_high_years, 0, 17) AS verdict
    FROM patient_reports JOIN table_rows USING (row) WHERE reference_printed::INTEGER BETWEEN 17 AND 31
),
judged AS (SELECT patient_id, min(verdict) AS verdict FROM reports GROUP BY patient_id)
SELECT
    up_to_text(count_if(verdict = 'certain'), count_if(verdict = 'possible')) || ', by printed age' AS recomputed,
    agreement(stated_number('adult_references'), count_if(verdict = 'certain'), 0) AS verdict,
    (SELECT list(DISTINCT row ORDER BY row) FROM reports WHERE verdict != 'excluded') AS affected,
    '' AS rows_of
FROM judged;
