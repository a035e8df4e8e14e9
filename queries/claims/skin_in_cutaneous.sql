-- One row per check: how many publications with cutaneous patients were read, and what they tell of the skin.
SELECT
    count(*) FILTER (status != 'paper only') || ' of ' || count(*) || ' publications with cutaneous patients read' AS recomputed,
    (
        SELECT bool_and(direction = 'improved')
        FROM outcomes JOIN study_groups USING (group_id) JOIN table_rows USING (publication_id)
        WHERE section = 'cutaneous' AND domain = 'skin'
    ) AS holds
FROM table_rows JOIN publications USING (publication_id) WHERE section = 'cutaneous';
