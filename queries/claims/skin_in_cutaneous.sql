-- One row per check: how many publications with cutaneous patients were read.
SELECT
    count(*) FILTER (status != 'paper only') || ' of ' || count(*) || ' publications with cutaneous patients read' AS recomputed
FROM table_rows JOIN publications USING (publication_id) WHERE section = 'cutaneous';
