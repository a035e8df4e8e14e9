-- One row per check: the weeks between two doses of the child, at first and later.
SELECT
    number_text(low) || ' weeks, later ' || number_text(high) AS recomputed,
    agreement(stated_number('news_interval'), low, 0) AS verdict,
    []::INTEGER[] AS affected,
    'index_case: interval; case_events: injections, five-weeks' AS rows_of
FROM index_case WHERE quantity = 'interval';
