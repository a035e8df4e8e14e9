-- One row per check: the publications of Table 1 by their number of patients and the printed design.
WITH sizes AS (
    SELECT sum(patients) AS size, design LIKE 'randomised%' IS TRUE AS trial, size <= $threshold AS small, count(*) AS rows
    FROM table_rows JOIN publications USING (publication_id) GROUP BY publication_id, design
)
SELECT
    count(*) || ' publications in ' || sum(rows) || ' rows: ' || count_if(small AND NOT trial) || ' of at most '
        || max(size) FILTER (small) || ' patients, ' || count_if(NOT small AND NOT trial) || ' of '
        || min(size) FILTER (NOT small AND NOT trial) || ' to '
        || max(size) FILTER (NOT small AND NOT trial) || ', and ' || count_if(trial) || ' trial' AS recomputed,
    count(*) AS found,
    concat_ws(' + ', count_if(small AND NOT trial), count_if(NOT small AND NOT trial), count_if(trial)) = $stated_words AS holds
FROM sizes;
