-- One row per check: the patients of 18 years or over, and those whom a review of adults counts.
WITH adults AS (
    SELECT count(*) AS total, count_if(verdict = 'certain') AS certain, count_if(verdict = 'possible') AS possible
    FROM patients_aged(18, 'infinity'::DOUBLE)
),
minors AS (SELECT count_if(verdict != 'excluded') AS at_most FROM patients_aged(0, 17)),
review AS (SELECT patients FROM study_groups WHERE group_id = 'jendoubi2020-included')
SELECT
    up_to_text(certain, possible) || ' of ' || total || ', by printed age; a review counts ' || patients
        || ' adults, Table 1 holds at most ' || at_most || ' minors' AS recomputed,
    if(patients > at_most, true, most(certain, possible, total)) AS holds
FROM adults, minors, review;
