-- One row per check: the relapses told before the last report.
SELECT
    count(relapse.event_id) || ' relapse before the last report at ' || number_text(any_value(last.start_low_months))
        || ' months' AS recomputed,
    CASE WHEN count(relapse.event_id) > 0 THEN 'differs'
        ELSE agreement(stated_number('news_twenty_months'), any_value(last.start_low_months), 0) END AS verdict,
    []::INTEGER[] AS affected,
    'case_events: relapse, remission, last-report' AS rows_of
FROM case_events AS last LEFT JOIN case_events AS relapse ON relapse.event_id = 'relapse' AND relapse.sequence < last.sequence
WHERE last.event_id = 'last-report';
