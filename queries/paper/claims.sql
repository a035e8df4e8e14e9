-- One row per statement of the paper or of the news item that can be checked, by topic.
SELECT
    claim_id, topic, title, statement, place, stated, stated_value, threshold, coalesce(unit, '') AS unit, explanation, basis, source
FROM claims ORDER BY position;
