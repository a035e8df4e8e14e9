-- One row per check: the directions of tryptase in the rows with the pediatric mark.
SELECT
    'unchanged in ' || count(*) FILTER (tryptase_printed = '=') || ' of ' || count(*) FILTER (tryptase_printed != 'na')
        || ' marked rows that assess it; not assessed in ' || count(*) FILTER (tryptase_printed = 'na') AS recomputed,
    CASE WHEN bool_and(tryptase_printed = '=') FILTER (tryptase_printed != 'na') THEN 'agrees' ELSE 'differs' END AS verdict,
    list(row ORDER BY row) AS affected,
    '' AS rows_of
FROM table_rows WHERE pediatric_mark_printed IS NOT NULL;
