-- One row per check: the order of the re-start and of the end of steroids, as the body of the paper tells it.
SELECT
    'body ' || months_text(body.start_low_months, body.start_high_months)
        || ' months from the first dose, after the re-start' AS recomputed,
    body.sequence > restart.sequence AS holds
FROM case_events AS body, case_events AS restart WHERE body.event_id = 'steroids-stop-body' AND restart.event_id = 're-start';
