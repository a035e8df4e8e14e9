-- One row per check: the children who show both, and the directions of total IgE that Table 1 prints.
WITH told AS (
    SELECT
        CASE total_ige_printed WHEN '↑' THEN 'up' WHEN '↓' THEN 'down' WHEN '=' THEN 'unchanged' ELSE 'not assessed' END AS direction,
        count(*) AS count, list(row) FILTER (direction != 'not assessed') AS rows
    FROM table_rows GROUP BY direction
)
SELECT
    (SELECT patients FROM study_groups WHERE group_id = 'bossi2023-child') || ' child; rows of Table 1: '
        || string_agg(direction || ' in ' || count, ', ' ORDER BY direction = 'not assessed', count DESC) AS recomputed,
    'cannot be checked' AS verdict,
    list_sort(flatten(list(rows) FILTER (rows IS NOT NULL))) AS affected,
    'case_measurements: ige-before, ige-first, ige-later, score-before, score-after-3, score-relapse; '
        || 'study_groups: bossi2023-child' AS rows_of
FROM told;
