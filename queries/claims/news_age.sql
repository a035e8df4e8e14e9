-- One row per check: the age that the paper gives at referral.
SELECT
    number_text(start_low_months // 12) || ' years at referral' AS recomputed,
    agreement(stated_number('news_age'), start_low_months // 12, 0) AS verdict,
    []::INTEGER[] AS affected,
    'case_events: referral' AS rows_of
FROM case_events WHERE event_id = 'referral';
