-- One row per check: when steroids ended, as the abstract and as the body tell it.
SELECT
    'abstract ' || months_text(abstract.start_low_months, abstract.start_high_months) || ', body '
        || months_text(body.start_low_months, body.start_high_months) || ' months from the first dose' AS recomputed,
    body.start_low_months <= abstract.start_high_months AS holds
FROM case_events AS abstract, case_events AS body
WHERE abstract.event_id = 'steroids-stop-abstract' AND body.event_id = 'steroids-stop-body';
