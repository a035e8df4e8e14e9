-- One row per statement of the paper or of the news item that can be checked, by topic, with the rows that it rests on.
WITH evidence AS (
    SELECT claim_id, table_name, min(rowid) AS place, string_agg(key, ', ' ORDER BY rowid) AS keys
    FROM claim_evidence GROUP BY ALL
),
listed AS (
    SELECT
        claim_id, any_value(keys) FILTER (table_name = 'table_rows') AS printed,
        string_agg(table_name || ': ' || keys, '; ' ORDER BY place) FILTER (table_name != 'table_rows') AS rows_of
    FROM evidence GROUP BY claim_id
)
SELECT
    claim_id, topic, title, statement, place,
    -- A bare number is told with its unit: 1 patient, 81 patients.
    stated || CASE WHEN regexp_full_match(stated, '[0-9]+') THEN ' ' || if(stated = '1', rtrim(unit, 's'), unit) ELSE '' END
        AS stated,
    stated_value, threshold, coalesce(unit, '') AS unit, query, coalesce(key, '') AS key, rule, coalesce(judgement, '') AS judgement, explanation, basis, source,
    '[' || coalesce(printed, '') || ']' AS affected, coalesce(rows_of, '') AS rows_of
FROM claims LEFT JOIN listed USING (claim_id) ORDER BY position;
