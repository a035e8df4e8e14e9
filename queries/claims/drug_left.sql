-- One row per check: what one compartment leaves of one dose after each interval of the child, at the half-life of the product text.
WITH text AS (SELECT value AS days FROM pk_parameters WHERE parameter_id = 'product-half-life'),
gaps AS (
    SELECT unnest(generate_series(low::INTEGER, high::INTEGER)) AS weeks FROM index_case WHERE quantity = 'interval'
    UNION
    SELECT printed_number('relapse-weeks')::INTEGER AS weeks
),
left_after AS (SELECT weeks, days, round(100 * pow(0.5, 7 * weeks / days))::INTEGER AS left_over FROM gaps, text)
SELECT
    'one compartment, half-life ' || number_text(any_value(days)) || ' days: '
        || string_agg(left_over || ' % of one dose left after ' || weeks || ' weeks', ', ' ORDER BY weeks) AS recomputed,
    -- Nothing that was measured says at which level symptoms return, so the same half-life proves nothing.
    if(any_value(days) = $stated::DOUBLE, NULL, false) AS holds
FROM left_after;
