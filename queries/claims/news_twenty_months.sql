-- One row per check: how the paper tells of the last report, and the relapses before it.
SELECT
    lower(any_value(last.label)) || ', the last report; ' || count(relapse.event_id) || ' relapse before' AS recomputed,
    any_value(last.start_low_months) AS found,
    starts_with(any_value(last.label), 'Symptom-free') AS holds
FROM case_events AS last LEFT JOIN case_events AS relapse ON relapse.event_id = 'relapse' AND relapse.sequence < last.sequence
WHERE last.event_id = 'last-report';
