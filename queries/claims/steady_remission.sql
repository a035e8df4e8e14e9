-- One row per check: the relapses told after the symptom score reached 0.
SELECT
    count(*) || ' relapse, ' || range_text(round(min(relapse.start_low_months), 1), round(max(relapse.start_high_months), 1))
        || ' months from the first dose' AS recomputed,
    agreement(stated_number('steady_remission'), count(*), 0) AS verdict,
    []::INTEGER[] AS affected,
    'case_events: score-zero, relapse' AS rows_of
FROM case_events AS relapse, case_events AS score
WHERE relapse.event_id = 'relapse' AND score.event_id = 'score-zero' AND relapse.sequence > score.sequence;
