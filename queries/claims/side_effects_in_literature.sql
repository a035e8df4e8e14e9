-- One row per check: the patients with side effects in publications of Table 1, and those that a review leaves over.
WITH withdrawn AS (
    SELECT sum(outcomes.patients) AS patients, any_value(study_groups.patients) AS evaluated, any_value(label) AS label
    FROM outcomes JOIN study_groups USING (group_id) JOIN publications USING (publication_id)
    WHERE domain = 'safety' AND direction = 'adverse' AND role = 'table 1'
),
review AS (
    SELECT any_value(study_groups.patients) - sum(outcomes.patients) AS others, any_value(study_groups.patients) AS reviewed
    FROM outcomes JOIN study_groups USING (group_id)
    WHERE outcome_id IN ('jendoubi2019-tolerance', 'jendoubi2019-tolerance-unknown')
)
SELECT
    patients || ' of ' || evaluated || ' patients withdrew for subjective side effects (' || label || '); at most '
        || others || ' of ' || reviewed || ' with adverse effects in a review (by subtraction)' AS recomputed,
    patients AS found
FROM withdrawn, review;
