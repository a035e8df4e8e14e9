-- One row per check: the p-values that the abstract of the trial prints.
SELECT
    'p = ' || string_agg(number_text(value), ' and ' ORDER BY value)
        || if(bool_and(direction = 'no difference'), ', not significant', '') AS recomputed,
    bool_and(direction = 'no difference') AS holds
FROM outcomes WHERE outcome_id IN ('distler2020-test-first', 'distler2020-test-second');
