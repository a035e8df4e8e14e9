-- One row per check: the relapses told after the text calls the child free of symptoms.
SELECT
    count(*) || ' relapse'
        || coalesce(', ' || months_text(min(relapse.start_low_months), max(relapse.start_high_months)) || ' months from the first dose', '') AS recomputed,
    count(*) = 0 AS holds
FROM case_events AS relapse, case_events AS free
WHERE relapse.event_id = 'relapse' AND free.event_id = 'asymptomatic' AND relapse.sequence > free.sequence;
