-- One row per check: the patients with side effects in publications of Table 1, and those that a review leaves over.
WITH withdrawn AS (
    SELECT sum(outcomes.patients) AS patients, any_value(study_groups.patients) AS evaluated, any_value(label) AS label
    FROM outcomes JOIN study_groups USING (group_id) JOIN publications USING (publication_id)
    WHERE domain = 'safety' AND direction = 'adverse' AND role = 'table 1'
),
review AS (
    SELECT any_value(study_groups.patients) - sum(outcomes.patients) AS others, any_value(study_groups.patients) AS reviewed
    FROM outcomes JOIN study_groups USING (group_id) WHERE outcome_id IN ('jendoubi2019-tolerance', 'jendoubi2019-tolerance-unknown')
)
SELECT
    patients || ' of ' || evaluated || ' patients withdrew for subjective side effects (' || label || '); at most ' || others || ' of ' || reviewed
        || ' with adverse effects in a review (by subtraction)' AS recomputed,
    agreement(stated_number('side_effects_in_literature'), patients, 0) AS verdict,
    (SELECT list(row ORDER BY row) FROM table_rows WHERE publication_id IN ('broesbyolsen2018', 'distler2020')) AS affected,
    'outcomes: broesbyolsen2018-withdrew, broesbyolsen2018-severe, jendoubi2019-tolerance, jendoubi2019-tolerance-unknown, '
        || 'distler2020-events' AS rows_of
FROM withdrawn, review;
