-- One row per check: the directions of tryptase in the publications with the pediatric mark.
WITH told AS (
    SELECT count(*) AS total, count_if(tryptase_printed = '=') AS unchanged, count_if(tryptase_printed = 'na') AS unknown, list(row ORDER BY row) AS rows
    FROM table_rows WHERE pediatric_mark_printed IS NOT NULL
)
SELECT
    'unchanged in ' || unchanged || ' of ' || total || ' marked publications; not assessed in ' || unknown AS recomputed,
    CASE WHEN unchanged > total / 2 THEN 'agrees' WHEN unchanged + unknown > total / 2 THEN 'cannot be checked' ELSE 'differs' END AS verdict,
    rows AS affected,
    '' AS rows_of
FROM told;
