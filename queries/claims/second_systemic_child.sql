-- One row per check: the systemic patients under 18 in Table 1, all reported earlier than the child.
WITH earlier AS (
    SELECT count_if(verdict = 'certain') AS certain, count_if(verdict = 'possible') AS possible
    FROM patients_aged(0, 17) WHERE disease = 'systemic'
),
reports AS (SELECT row, age_low_years, age_high_years FROM patient_reports WHERE disease = 'systemic' AND age_low_years <= 17)
SELECT
    'at least number ' || (certain + 1) || ', if ' || (SELECT number_text(max(age_high_years)) FROM reports WHERE age_high_years <= 17)
        || ' is the age at treatment; before: ' || up_to_text(certain, possible) || ', by printed age' AS recomputed,
    agreement(stated_number('second_systemic_child'), certain + 1, 0) AS verdict,
    (SELECT list(DISTINCT row ORDER BY row) FROM reports) AS affected,
    'case_events: systemic-mastocytosis' AS rows_of
FROM earlier;
