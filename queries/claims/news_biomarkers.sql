-- One row per check: the printed multiples of total IgE, and the direction of tryptase as the paper calls it.
SELECT
    string_agg(number_text(low), ' times, then ' ORDER BY occasion_order) || ' times the baseline; tryptase '
        || any_value(tryptase) AS recomputed,
    bool_and(low > 1) AND any_value(tryptase) = 'unchanged' AS holds
FROM case_measurements, (SELECT directions AS tryptase FROM index_case WHERE quantity = 'tryptase')
WHERE quantity = 'total IgE' AND statistic = 'multiple of baseline';
