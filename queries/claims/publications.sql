-- One row per check: the publications of Table 1 by their number of patients and the printed design.
WITH sizes AS (
    SELECT sum(patients) AS size, design LIKE 'randomised%' IS TRUE AS trial, size <= threshold_of('publications') AS small, list(row) AS rows
    FROM table_rows JOIN publications USING (publication_id) GROUP BY publication_id, design
)
SELECT
    count(*) || ' publications in ' || sum(len(rows)) || ' rows: ' || count_if(small AND NOT trial) || ' of at most '
        || max(size) FILTER (small) || ' patients, ' || count_if(NOT small AND NOT trial) || ' of ' || min(size) FILTER (NOT small AND NOT trial)
        || ' to ' || max(size) FILTER (NOT small AND NOT trial) || ', and ' || count_if(trial) || ' trial' AS recomputed,
    agreement(stated_number('publications'), count(*), 0) AS verdict,
    list_sort(flatten(list(rows) FILTER (len(rows) > 1 OR trial))) AS affected,
    '' AS rows_of
FROM sizes;
