-- One row per check: a printed value of the child and the one before it.
WITH course AS (
    SELECT
        *, lag(low) OVER (PARTITION BY quantity ORDER BY occasion_order) AS low_before,
        lag(high) OVER (PARTITION BY quantity ORDER BY occasion_order) AS high_before
    FROM case_measurements
)
SELECT
    'from ' || range_text(low_before, high_before) || coalesce(
        ' to ' || number_text(low) || ' ' || unit || ' (' || number_text(round(100 * (1 - low / low_before), 1)) || ' % less)',
        ' ' || unit || ' to a value not printed'
    ) AS recomputed,
    -- Fallen is no proof of slightly or significantly fallen.
    if(low >= low_before, false, NULL) AS holds
FROM course WHERE measurement_id = $key;
