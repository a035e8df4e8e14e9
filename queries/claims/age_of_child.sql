-- One row per check: the completed years of the child at referral and, where a statement asks for it, at a later time.
SELECT
    number_text(start_low_months // 12) || ' years at referral'
        || coalesce('; ' || range_text(low, high) || ' at the first dose (derived)', '') AS recomputed,
    start_low_months // 12 AS found
FROM case_events LEFT JOIN index_case ON quantity = $key WHERE event_id = 'referral';
