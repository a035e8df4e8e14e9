-- One row per check: the criteria that the work-up met, as the paper counts them and as the cited rule does.
SELECT
    count(*) FILTER (event_id LIKE 'major-%') || ' major, ' || count(*) FILTER (event_id LIKE 'minor-%')
        || ' minor as the paper counts; ' || minor_by_rule() || ' by the cited rule (with '
        || (SELECT string_agg(words, '/' ORDER BY words) FROM case_facts WHERE fact = 'marker on mast cells') || ')' AS recomputed,
    minor_by_rule() AS found
FROM case_events;
