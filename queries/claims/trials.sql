-- One row per check: the randomised trials of Table 1, and those known besides.
SELECT
    count_if(role = 'table 1') || ' in Table 1; ' || count_if(role != 'table 1') || ' more known, its year not seen' AS recomputed,
    'cannot be checked' AS verdict,
    (SELECT list(row) FROM table_rows JOIN publications USING (publication_id) WHERE design LIKE 'randomised%') AS affected,
    'publications: ' || string_agg(publication_id, ', ' ORDER BY publication_id) AS rows_of
FROM publications WHERE design LIKE 'randomised%';
