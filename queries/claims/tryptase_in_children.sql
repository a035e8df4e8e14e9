-- One row per check: the directions of tryptase in the publications with the pediatric mark.
WITH marked AS (
    SELECT count(*) AS total, count_if(tryptase_printed = '=') AS unchanged, count_if(tryptase_printed = 'na') AS unknown
    FROM table_rows WHERE pediatric_mark_printed IS NOT NULL
)
SELECT
    'unchanged in ' || unchanged || ' of ' || total || ' marked publications; not assessed in ' || unknown AS recomputed,
    most(unchanged, unknown, total) AS holds
FROM marked;
