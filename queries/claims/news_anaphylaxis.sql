-- One row per check: which of the anaphylaxis and the referral the paper tells high tryptase of.
WITH mentions AS (
    SELECT event_id, lower(label) AS label, count(words) > 0 AS high
    FROM case_events LEFT JOIN (FROM case_facts WHERE fact = 'high tryptase') AS told USING (event_id)
    WHERE event_id IN ('anaphylaxis', 'referral') GROUP BY ALL
)
SELECT
    'high tryptase told of the ' || string_agg(label, ', ') FILTER (high)
        || coalesce(', not of the ' || string_agg(label, ', ') FILTER (NOT high), '') AS recomputed,
    bool_or(high AND event_id = 'anaphylaxis') AS holds
FROM mentions;
