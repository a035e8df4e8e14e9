-- One row per check: the allele burden of the child against that of reference 27, whose patients responded.
WITH told AS (
    SELECT
        any_value(result) FILTER (outcome_id = 'broesbyolsen2018-kit') AS elsewhere,
        any_value(study_groups.patients) AS evaluated,
        bool_or(outcome_id = 'broesbyolsen2018-kit' AND direction = 'unchanged') AS unchanged,
        sum(outcomes.patients) FILTER (category IN ('complete', 'major', 'partial')) AS responded
    FROM outcomes JOIN study_groups USING (group_id) WHERE group_id = 'broesbyolsen2018-evaluated'
)
SELECT
    elsewhere || ' in ' || evaluated || ' patients, of whom ' || responded || ' responded' AS recomputed,
    CASE WHEN unchanged THEN 'differs' ELSE 'agrees' END AS verdict,
    (SELECT list(row) FROM table_rows WHERE publication_id = 'broesbyolsen2018') AS affected,
    'case_measurements: kit-before, kit-during; outcomes: broesbyolsen2018-kit' AS rows_of
FROM told;
