-- One row per check: the patients whose printed age is 18 years or over.
WITH counted AS (
    SELECT count(*) AS total, count_if(verdict = 'certain') AS certain, count_if(verdict = 'possible') AS possible
    FROM patients_aged(18, 'infinity'::DOUBLE)
)
SELECT
    up_to_text(certain, possible) || ' of ' || total || ', by printed age' AS recomputed,
    most(certain, possible, total) AS holds
FROM counted;
