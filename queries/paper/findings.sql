-- One row per paper: the numbers of the findings that its check begins with.
WITH withdrawn AS (
    SELECT sum(outcomes.patients) AS withdrew, any_value(study_groups.patients) AS evaluated
    FROM outcomes JOIN study_groups USING (group_id) JOIN publications USING (publication_id)
    WHERE domain = 'safety' AND category = 'withdrawn' AND role = 'table 1'
)
SELECT
    (SELECT sum(patients) FROM study_groups JOIN publications USING (publication_id) WHERE role = 'index case') AS children,
    withdrew, evaluated
FROM withdrawn;
