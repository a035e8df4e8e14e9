-- One row per check: the systemic patients under 18 in Table 1, all reported earlier than the child.
WITH earlier AS (
    SELECT count_if(verdict = 'certain') AS certain, count_if(verdict = 'possible') AS possible
    FROM patients_aged(0, 17) WHERE disease = 'systemic'
),
oldest AS (SELECT max(age_high_years) AS years FROM patient_reports WHERE disease = 'systemic' AND age_high_years <= 17)
SELECT
    'at least number ' || (certain + 1) || ', if ' || number_text(years) || ' is the age at treatment; before: '
        || up_to_text(certain, possible) || ', by printed age' AS recomputed,
    certain + 1 AS found
FROM earlier, oldest;
