-- One row per check: the months from the first dose to an event of the child, as far as they are known.
SELECT
    months_text(start_low_months, start_high_months) || ' months from the first dose (' || precision || ')' AS recomputed
FROM case_events WHERE event_id = $key;
