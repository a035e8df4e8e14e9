-- One row per check: the printed values of tryptase against the normal limit and the limit of the WHO criterion.
WITH printed AS (
    SELECT *, measured('tryptase-limit') AS normal, $threshold::DOUBLE AS criterion
    FROM case_measurements WHERE quantity = 'tryptase' AND measurement_id != 'tryptase-limit'
)
SELECT
    count(*) FILTER (low > normal) || ' of ' || count(*) || ' values (' || range_text(min(low), max(low)) || ' ng/ml) above '
        || number_text(any_value(normal)) || ' ng/ml, the lowest ' || round(min(low / normal), 1) || ' times; '
        || count(*) FILTER (low > criterion) || ' above ' || number_text(any_value(criterion)) || ' ng/ml' AS recomputed,
    bool_and(low > normal) AND bool_and(low > criterion) AS holds
FROM printed;
