-- One row per check: the randomised trials of Table 1, and those known besides.
SELECT
    count_if(role = 'table 1') || ' in Table 1; '
        || count_if(role != 'table 1') || ' more known, its year not seen' AS recomputed
FROM publications WHERE design LIKE 'randomised%';
