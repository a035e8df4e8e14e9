-- One row per check: what would be left of one dose after each interval of the child, at the stated half-life.
WITH gaps AS (
    SELECT unnest(generate_series(low::INTEGER, high::INTEGER)) AS weeks FROM index_case WHERE quantity = 'interval'
    UNION
    SELECT printed_number('relapse-weeks')::INTEGER AS weeks
),
left_after AS (SELECT weeks, round(100 * pow(0.5, 7 * weeks / $stated::DOUBLE))::INTEGER AS left_over FROM gaps)
SELECT
    'of one dose, ' || string_agg(left_over || ' % left after ' || weeks || ' weeks', ', ' ORDER BY weeks) AS recomputed
FROM left_after;
