-- One row per check: which of the anaphylaxis and the referral the paper tells high tryptase of.
WITH mentions AS (
    SELECT event_id, lower(label) AS label, contains(detail, 'tryptase') AS high
    FROM case_events WHERE event_id IN ('anaphylaxis', 'referral')
)
SELECT
    'high tryptase told of the ' || string_agg(label, ', ') FILTER (high)
        || coalesce(', not of the ' || string_agg(label, ', ') FILTER (NOT high), '') AS recomputed,
    bool_or(high AND event_id = 'anaphylaxis') AS holds
FROM mentions;
