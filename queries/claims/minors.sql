-- One row per check: the patients whose printed age is under 18 years, one by one and as a group.
WITH straddling AS (
    -- Somebody stands at each end of a printed range, so at least one patient is under 18 and at least one is not.
    SELECT publication_id, age_low_years, age_high_years, count(DISTINCT patient_id) AS patients
    FROM patient_reports WHERE age_low_years <= 17 AND age_high_years > 17 GROUP BY ALL
),
counted AS (
    SELECT count_if(verdict = 'certain') AS certain, count_if(verdict = 'possible') AS possible FROM patients_aged(0, 17)
)
SELECT
    up_to_text(certain, possible) || ', by printed age; ' || range_text(certain + count(*), certain + sum(patients) - count(*))
        || ' in all, as each end of a range is somebody''s age' AS recomputed,
    certain AS found
FROM counted, straddling GROUP BY certain, possible;
