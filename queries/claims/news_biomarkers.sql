-- One row per check: the printed multiples of total IgE, and the direction of tryptase as the paper calls it.
SELECT
    string_agg(number_text(low), ' times, then ' ORDER BY occasion_order) || ' times the baseline; tryptase '
        || any_value(tryptase) AS recomputed,
    CASE WHEN bool_and(low > 1) AND any_value(tryptase) = 'unchanged' THEN 'agrees' ELSE 'differs' END AS verdict,
    []::INTEGER[] AS affected,
    'case_measurements: ' || string_agg(measurement_id, ', ' ORDER BY occasion_order) || '; index_case: tryptase, total IgE' AS rows_of
FROM case_measurements, (SELECT directions AS tryptase FROM index_case WHERE quantity = 'tryptase')
WHERE quantity = 'total IgE' AND statistic = 'multiple of baseline';
