-- One row per check: the patients whose printed age is 18 years or over.
WITH counted AS (
    SELECT count(*) AS total, count_if(verdict = 'certain') AS certain, count_if(verdict = 'possible') AS possible
    FROM patients_aged(18, 'infinity'::DOUBLE)
)
SELECT
    up_to_text(certain, possible) || ' of ' || total || ', by printed age' AS recomputed,
    CASE WHEN certain > total / 2 THEN 'agrees' WHEN certain + possible > total / 2 THEN 'cannot be checked' ELSE 'differs' END AS verdict,
    (SELECT list(DISTINCT row ORDER BY row) FROM patient_reports WHERE age_low_years <= 17 AND age_high_years > 17) AS affected,
    'same_patients: constantine-carter' AS rows_of
FROM counted;
