-- One row per check: the order of the re-start and of the end of steroids, as the body of the paper tells it.
SELECT
    'body ' || range_text(round(body.start_low_months, 1), round(body.start_high_months, 1))
        || ' months from the first dose, after the re-start' AS recomputed,
    CASE WHEN body.sequence > restart.sequence THEN 'agrees' ELSE 'differs' END AS verdict,
    []::INTEGER[] AS affected,
    'case_events: re-start, steroids-stop-body, steroids-stop-abstract' AS rows_of
FROM case_events AS body, case_events AS restart WHERE body.event_id = 'steroids-stop-body' AND restart.event_id = 're-start';
