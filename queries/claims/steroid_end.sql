-- One row per check: when steroids ended, as the abstract and as the body tell it.
SELECT
    'abstract ' || range_text(round(abstract.start_low_months, 1), round(abstract.start_high_months, 1)) || ', body '
        || range_text(round(body.start_low_months, 1), round(body.start_high_months, 1)) || ' months from the first dose' AS recomputed,
    CASE WHEN body.start_low_months > abstract.start_high_months THEN 'differs' ELSE 'agrees' END AS verdict,
    []::INTEGER[] AS affected,
    'case_events: ' || abstract.event_id || ', ' || body.event_id AS rows_of
FROM case_events AS abstract, case_events AS body
WHERE abstract.event_id = 'steroids-stop-abstract' AND body.event_id = 'steroids-stop-body';
