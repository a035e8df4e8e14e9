-- One row per check: the patients of reference 27 by its abstract: treated, evaluated and responding.
WITH abstract AS (
    SELECT
        any_value(study_groups.patients) FILTER (name = 'treated') AS treated,
        any_value(study_groups.patients) FILTER (name = 'evaluated') AS evaluated,
        sum(outcomes.patients) FILTER (category IN ('complete', 'major', 'partial')) AS responded
    FROM outcomes JOIN study_groups USING (group_id) WHERE publication_id = 'broesbyolsen2018'
)
SELECT
    treated || ' patients treated, ' || evaluated || ' evaluated; ' || responded || ' responded' AS recomputed,
    treated AS found
FROM abstract;
