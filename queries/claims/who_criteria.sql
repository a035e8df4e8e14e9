-- One row per check: the criteria that the work-up met, as the paper counts them and as the cited rule does.
WITH met AS (
    SELECT
        count(*) FILTER (event_id LIKE 'major-%') AS major, count(*) FILTER (event_id LIKE 'minor-%') AS minor,
        any_value(regexp_extract_all(detail, 'CD2\b|CD25\b')) FILTER (event_id LIKE 'major-%') AS markers,
        -- The rule counts these markers on mast cells as one minor criterion more.
        minor + if(len(markers) > 0, 1, 0) AS minor_by_rule
    FROM case_events
)
SELECT
    major || ' major, ' || minor || ' minor as the paper counts; ' || minor_by_rule || ' by the cited rule ('
        || array_to_string(markers, '/') || '); ' || number_text($threshold) || ' needed' AS recomputed,
    major > 0 AND minor >= $threshold AS holds
FROM met;
