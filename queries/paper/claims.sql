-- One row per statement of the paper or of the news item that can be checked, by topic.
SELECT
    claim_id, topic, title, statement, place,
    -- A bare number is told with its unit: 1 patient, 81 patients.
    stated || CASE WHEN regexp_full_match(stated, '[0-9]+') THEN ' ' || if(stated = '1', rtrim(unit, 's'), unit) ELSE '' END AS stated,
    stated_value, threshold, coalesce(unit, '') AS unit, explanation, basis, source
FROM claims ORDER BY position;
