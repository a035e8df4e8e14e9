-- One row per check: the patients of reference 27 by its abstract: treated, evaluated and responding.
WITH told AS (
    SELECT
        any_value(study_groups.patients) FILTER (name = 'treated') AS treated,
        any_value(study_groups.patients) FILTER (name = 'evaluated') AS evaluated,
        sum(outcomes.patients) FILTER (category IN ('complete', 'major', 'partial')) AS responded
    FROM outcomes JOIN study_groups USING (group_id) WHERE publication_id = 'broesbyolsen2018'
)
SELECT
    treated || ' patients treated, ' || evaluated || ' evaluated; ' || responded || ' responded' AS recomputed,
    agreement(stated_number('broesby_patients'), treated, 0) AS verdict,
    (SELECT list(row) FROM table_rows WHERE publication_id = 'broesbyolsen2018') AS affected,
    'study_groups: broesbyolsen2018-treated, broesbyolsen2018-evaluated; '
        || 'outcomes: broesbyolsen2018-complete, broesbyolsen2018-major, broesbyolsen2018-partial' AS rows_of
FROM told;
