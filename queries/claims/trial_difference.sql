-- One row per check: the p-values that the abstract of the trial prints.
SELECT
    'p = ' || string_agg(number_text(value), ' and ' ORDER BY value) || ', ' || any_value(split_part(result, ', ', 2)) AS recomputed,
    CASE WHEN bool_and(direction = 'no difference') THEN 'agrees' ELSE 'differs' END AS verdict,
    (SELECT list(row) FROM table_rows WHERE publication_id = 'distler2020') AS affected,
    'outcomes: ' || string_agg(outcome_id, ', ' ORDER BY value) AS rows_of
FROM outcomes WHERE outcome_id IN ('distler2020-test-first', 'distler2020-test-second');
