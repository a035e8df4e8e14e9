-- One row per side and counting unit with its count under each verdict; certain + possible + not reported + excluded = all.
WITH units AS (
    SELECT side, unit, min(verdict) AS verdict
    FROM (
        SELECT
            side, verdict, unnest(['patients', 'patient reports', 'publications', 'table rows']) AS unit,
            unnest([patient_id, report_id, publication_id, row::VARCHAR]) AS id
        FROM chosen
    )
    GROUP BY side, unit, id
)
SELECT
    side, unit,
    count(*) FILTER (verdict = 'certain') AS certain,
    count(*) FILTER (verdict = 'possible') AS possible,
    count(*) FILTER (verdict = 'not reported') AS not_reported,
    count(*) FILTER (verdict = 'excluded') AS excluded,
    count(*) AS total
FROM units GROUP BY side, unit
ORDER BY side, list_position(['patients', 'patient reports', 'publications', 'table rows'], unit);
