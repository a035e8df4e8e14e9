-- One row per check: the criteria that are met at least, by either count, beside those that the cited rule needs.
WITH met AS (
    SELECT
        count(*) FILTER (event_id LIKE 'major-%') AS major,
        least(count(*) FILTER (event_id LIKE 'minor-%'), minor_by_rule()) AS minor
    FROM case_events
)
SELECT
    major || ' major and at least ' || minor || ' minor met; ' || major || ' and ' || number_text($threshold) || ' needed' AS recomputed,
    major > 0 AND minor >= $threshold AS holds
FROM met;
