-- One row per check: the relapses told after the text calls the child free of symptoms.
SELECT
    count(*) || ' relapse, ' || range_text(round(min(relapse.start_low_months), 1), round(max(relapse.start_high_months), 1))
        || ' months from the first dose' AS recomputed,
    CASE WHEN count(*) > 0 THEN 'differs' ELSE 'agrees' END AS verdict,
    []::INTEGER[] AS affected,
    'case_events: asymptomatic, relapse, remission' AS rows_of
FROM case_events AS relapse, case_events AS free
WHERE relapse.event_id = 'relapse' AND free.event_id = 'asymptomatic' AND relapse.sequence > free.sequence;
