-- One row per check: the findings on quality of life in the child.
SELECT
    count(domain) || ' values of quality of life printed' AS recomputed,
    bool_and(direction = 'improved') AS holds
FROM study_groups JOIN publications USING (publication_id)
LEFT JOIN outcomes ON outcomes.group_id = study_groups.group_id AND domain = 'quality of life'
WHERE role = 'index case';
