-- One row per check: the single values of tryptase before omalizumab, in their order.
WITH steps AS (
    SELECT low, occasion_order, low > lag(low) OVER (ORDER BY occasion_order) AS rising
    FROM case_measurements WHERE quantity = 'tryptase' AND statistic IN ('single value', 'peak')
)
SELECT
    count(*) || ' values printed: ' || string_agg(number_text(low), ', ' ORDER BY occasion_order) || ' ng/ml ('
        || format('{:+.0f}', 100 * (arg_max(low, occasion_order) / arg_min(low, occasion_order) - 1)) || ' %)' AS recomputed,
    -- From two values nobody can tell that they kept rising.
    CASE WHEN NOT bool_and(rising) THEN false WHEN count(*) > 2 THEN true END AS holds
FROM steps;
