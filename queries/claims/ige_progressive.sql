-- One row per check: the printed multiples of total IgE in their order.
WITH steps AS (
    SELECT *, low >= lag(low, 1, low) OVER (ORDER BY occasion_order) AS rising
    FROM case_measurements WHERE quantity = 'total IgE' AND statistic = 'multiple of baseline'
)
SELECT
    string_agg(number_text(low), ' times, then ' ORDER BY occasion_order) || ' times the baseline' AS recomputed,
    CASE WHEN bool_and(rising) THEN 'agrees' ELSE 'differs' END AS verdict,
    []::INTEGER[] AS affected,
    'case_measurements: ' || string_agg(measurement_id, ', ' ORDER BY occasion_order) || ', ige-discussion' AS rows_of
FROM steps;
