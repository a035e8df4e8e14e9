-- One row per side: who is surely in it and who may be, by publication and age.
WITH members AS (
    SELECT side, verdict, row, publication, age, count(*) AS reports
    FROM chosen WHERE counted GROUP BY ALL
)
SELECT
    side,
    coalesce(string_agg(publication || ' (' || if(reports > 1, reports || ' × ', '') || age || ')', ', ' ORDER BY row, age)
        FILTER (verdict = 'certain'), '') AS certain,
    coalesce(string_agg(publication || ' (' || if(reports > 1, 'up to ' || reports || ' patients, ', '') || age || ')', ', ' ORDER BY row, age)
        FILTER (verdict = 'possible'), '') AS possible
FROM members GROUP BY side ORDER BY side;
