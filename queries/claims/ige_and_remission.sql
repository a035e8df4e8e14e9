-- One row per check: the children who show both, and the directions of total IgE that Table 1 prints.
WITH directions AS (
    SELECT
        CASE total_ige_printed WHEN '↑' THEN 'up' WHEN '↓' THEN 'down' WHEN '=' THEN 'unchanged' ELSE 'not assessed' END
            AS direction,
        count(*) AS count
    FROM table_rows GROUP BY direction
)
SELECT
    (SELECT patients FROM study_groups WHERE group_id = 'bossi2023-child') || ' child; rows of Table 1: '
        || string_agg(direction || ' in ' || count, ', ' ORDER BY direction = 'not assessed', count DESC) AS recomputed,
    -- Risen in one child whose symptoms went is no proof of a link.
    (
        SELECT if(bool_and(low > 1), NULL, false)
        FROM case_measurements WHERE quantity = 'total IgE' AND statistic = 'multiple of baseline'
    ) AS holds
FROM directions;
