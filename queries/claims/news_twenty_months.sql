-- One row per check: the symptom score at the last report, and the relapses before it.
SELECT
    'score ' || coalesce(number_text(any_value(low)), 'not printed') || ' at ' || number_text(any_value(start_low_months))
        || ' months, the last report; ' || count(relapse.event_id) || ' relapse before' AS recomputed,
    any_value(start_low_months) AS found,
    any_value(low) = 0 AS holds
FROM case_events AS last
JOIN case_measurements ON measurement_id = 'score-20-months' AND since_first_dose_low_months = start_low_months
LEFT JOIN (SELECT event_id, sequence FROM case_events WHERE event_id = 'relapse') AS relapse ON relapse.sequence < last.sequence
WHERE last.event_id = 'last-report';
