-- One row per check: the printed values of tryptase against the normal limit and the limit of the WHO criterion.
WITH printed AS (
    SELECT *, measured('tryptase-limit') AS normal, threshold_of('tryptase_high') AS criterion
    FROM case_measurements WHERE quantity = 'tryptase' AND measurement_id != 'tryptase-limit'
)
SELECT
    count(*) FILTER (low > normal) || ' of ' || count(*) || ' values (' || range_text(min(low), max(low)) || ' ng/ml) above '
        || number_text(any_value(normal)) || ' ng/ml, the lowest ' || round(min(low / normal), 1) || ' times; '
        || count(*) FILTER (low > criterion) || ' above ' || number_text(any_value(criterion)) || ' ng/ml' AS recomputed,
    CASE WHEN bool_and(low > normal) AND bool_and(low > criterion) THEN 'agrees' ELSE 'differs' END AS verdict,
    []::INTEGER[] AS affected,
    'case_measurements: ' || string_agg(measurement_id, ', ' ORDER BY occasion_order) || ', tryptase-limit' AS rows_of
FROM printed;
