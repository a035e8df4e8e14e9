-- One row per check: the patients whose printed age is under 18 years.
SELECT
    up_to_text(count_if(verdict = 'certain'), count_if(verdict = 'possible')) || ', by printed age' AS recomputed,
    agreement(stated_number('minors'), count_if(verdict = 'certain'), 0) AS verdict,
    (SELECT list(DISTINCT row ORDER BY row) FROM patient_reports WHERE age_low_years <= 17) AS affected,
    '' AS rows_of
FROM patients_aged(0, 17);
