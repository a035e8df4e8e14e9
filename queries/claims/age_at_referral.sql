-- One row per check: the completed years of the child at referral and at the first dose.
SELECT
    number_text(start_low_months // 12) || ' years at referral; ' || range_text(low, high) || ' at the first dose (derived)' AS recomputed,
    agreement(stated_number('age_at_referral'), start_low_months // 12, 0) AS verdict,
    []::INTEGER[] AS affected,
    'case_events: referral; index_case: age at first dose' AS rows_of
FROM case_events, index_case WHERE event_id = 'referral' AND quantity = 'age at first dose';
