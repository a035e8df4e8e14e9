-- One row per check: the trough of one compartment at each interval of the child and at a dose left out, against the shortest.
WITH text AS (SELECT value AS days FROM pk_parameters WHERE parameter_id = 'product-half-life'),
printed AS (SELECT low::INTEGER AS shortest, high::INTEGER AS longest FROM index_case WHERE quantity = 'interval'),
gaps AS (
    SELECT unnest(generate_series(shortest, longest)) AS weeks FROM printed
    UNION SELECT printed_number('relapse-weeks')::INTEGER
    UNION SELECT 2 * shortest FROM printed
    UNION SELECT $stated::INTEGER
),
-- What is left of all doses before: a sum of powers.
troughs AS (SELECT weeks, pow(0.5, 7 * weeks / days) / (1 - pow(0.5, 7 * weeks / days)) AS trough FROM gaps, text),
shares AS (SELECT weeks, round(100 * trough / max(trough) OVER ())::INTEGER AS share FROM troughs)
SELECT
    'one compartment, half-life ' || number_text((SELECT days FROM text)) || ' days: trough every '
        || string_agg(weeks || ' weeks ' || share || ' %', ', ' ORDER BY weeks) || ' of the first' AS recomputed,
    if((SELECT trough FROM troughs WHERE weeks = printed_number('relapse-weeks'))
        >= (SELECT trough FROM troughs WHERE weeks = $stated::INTEGER), false, NULL) AS holds
FROM shares;
