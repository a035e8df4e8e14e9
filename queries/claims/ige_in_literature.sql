-- One row per check: the directions of total IgE in the rows of references 29 and 32.
WITH printed AS (
    SELECT reference_printed AS reference, bool_and(total_ige_printed = '↑') AS rose, count(*) AS rows,
        CASE total_ige_printed WHEN '↑' THEN 'up' WHEN '↓' THEN 'down' ELSE total_ige_printed END AS direction
    FROM table_rows WHERE reference_printed IN ('29', '32') GROUP BY ALL
)
SELECT
    string_agg(
        direction || ' in ' || rows || if(rows = 1, ' row', ' rows') || ' of reference ' || reference, '; ' ORDER BY reference
    ) AS recomputed,
    bool_and(rose = (reference = '29')) AS holds
FROM printed;
