-- One row per biomarker, direction and verdict: how many units (the chosen one) surely or possibly went that way.
SELECT
    biomarker, direction, list_position(['up', 'down', 'unchanged', 'mixed', 'not assessed'], direction) AS direction_order,
    if(certain, 'certain', 'possible') AS verdict, if(certain, 0, 1) AS position, count(*) AS units,
    coalesce(any_value(count(*)) FILTER (certain) OVER same_direction, 0) AS low,
    sum(count(*)) OVER same_direction::BIGINT AS high, $unit AS unit
FROM (
    SELECT biomarker, certain, unnest(possibilities) AS direction
    FROM unit_directions('chosen', $unit) WHERE left_out IS NULL
)
GROUP BY biomarker, certain, direction
WINDOW same_direction AS (PARTITION BY biomarker, direction)
ORDER BY biomarker, direction_order, position;
