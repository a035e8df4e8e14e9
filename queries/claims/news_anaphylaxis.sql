-- One row per check: which of the anaphylaxis and the referral the paper tells high tryptase of.
WITH told AS (
    SELECT event_id, lower(label) AS label, contains(detail, 'tryptase') AS high FROM case_events WHERE event_id IN ('anaphylaxis', 'referral')
)
SELECT
    'high tryptase told of the ' || string_agg(label, ', ') FILTER (high)
        || coalesce(', not of the ' || string_agg(label, ', ') FILTER (NOT high), '') AS recomputed,
    CASE WHEN bool_or(high AND event_id = 'anaphylaxis') THEN 'agrees' ELSE 'differs' END AS verdict,
    []::INTEGER[] AS affected,
    'case_events: anaphylaxis, referral; case_measurements: tryptase-referral' AS rows_of
FROM told;
