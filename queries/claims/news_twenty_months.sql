-- One row per check: how the paper tells of the last report, and the relapses before it.
SELECT
    lower(any_value(last.label)) || ', the last report; ' || count(relapse.event_id) || ' relapse before' AS recomputed,
    CASE WHEN starts_with(any_value(last.label), 'Symptom-free')
        THEN agreement(stated_number('news_twenty_months'), any_value(last.start_low_months), 0) ELSE 'differs' END AS verdict,
    []::INTEGER[] AS affected,
    'case_events: relapse, remission, last-report' AS rows_of
FROM case_events AS last LEFT JOIN case_events AS relapse ON relapse.event_id = 'relapse' AND relapse.sequence < last.sequence
WHERE last.event_id = 'last-report';
