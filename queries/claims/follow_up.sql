-- One row per check: the months from the first dose to the last report.
SELECT
    number_text(start_high_months) || ' months to the last report; omalizumab '
        || CASE WHEN ongoing THEN 'still given' ELSE 'ended' END AS recomputed,
    start_high_months AS found,
    ongoing AS holds
FROM case_events WHERE event_id = 'last-report';
