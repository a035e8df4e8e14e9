-- One row per check: the printed multiples of total IgE in their order.
WITH steps AS (
    SELECT *, low >= lag(low, 1, low) OVER (ORDER BY occasion_order) AS rising
    FROM case_measurements WHERE quantity = 'total IgE' AND statistic = 'multiple of baseline'
)
SELECT
    string_agg(number_text(low), ' times, then ' ORDER BY occasion_order) || ' times the baseline' AS recomputed,
    bool_and(rising) AS holds
FROM steps;
