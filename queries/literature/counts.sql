-- One row per counting unit (patients, publications, table rows) with its count under each verdict.
WITH units AS (
    SELECT unit, min(verdict) AS verdict
    FROM (
        SELECT
            verdict, unnest(['patients', 'publications', 'table rows']) AS unit,
            unnest([patient_id, publication_id, row::VARCHAR]) AS id
        FROM chosen
    )
    GROUP BY unit, id
)
SELECT
    unit,
    count(*) FILTER (verdict = 'certain') AS certain,
    count(*) FILTER (verdict = 'possible') AS possible,
    count(*) FILTER (verdict = 'not reported') AS not_reported,
    count(*) FILTER (verdict = 'excluded') AS excluded,
    count(*) AS total
FROM units GROUP BY unit ORDER BY unit;
