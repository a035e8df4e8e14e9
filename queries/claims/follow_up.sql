-- One row per check: the months from the first dose to the last report.
SELECT
    number_text(start_high_months) || ' months to the last report; omalizumab '
        || CASE WHEN ongoing THEN 'still given' ELSE 'ended' END AS recomputed,
    CASE WHEN ongoing THEN agreement(stated_number('follow_up'), start_high_months, 0) ELSE 'differs' END AS verdict,
    []::INTEGER[] AS affected,
    'case_events: last-report; index_case: therapy length' AS rows_of
FROM case_events WHERE event_id = 'last-report';
