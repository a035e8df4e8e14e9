-- One row per check: the baseline of total IgE, and the normal limits that the case prints for it.
SELECT
    any_value(printed) FILTER (measurement_id = 'ige-before') || '; ' || count_if(statistic = 'upper normal limit')
        || ' normal limits printed' AS recomputed,
    measured('ige-before') < any_value(low) FILTER (statistic = 'upper normal limit') AS holds
FROM case_measurements WHERE quantity = 'total IgE';
