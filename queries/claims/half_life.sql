-- One row per check: what would be left of one dose after each interval of the child, at the stated half-life.
WITH gaps AS (
    SELECT unnest(generate_series(low::INTEGER, high::INTEGER)) AS weeks FROM index_case WHERE quantity = 'interval'
    UNION
    SELECT regexp_extract(detail, '(\d+) weeks after', 1)::INTEGER AS weeks FROM case_events WHERE event_id = 'relapse'
),
left_after AS (SELECT weeks, round(100 * pow(0.5, 7 * weeks / stated_number('half_life')))::INTEGER AS left_over FROM gaps)
SELECT
    'of one dose, ' || string_agg(left_over || ' % left after ' || weeks || ' weeks', ', ' ORDER BY weeks) AS recomputed,
    'cannot be checked' AS verdict,
    []::INTEGER[] AS affected,
    'index_case: interval; case_events: relapse' AS rows_of
FROM left_after;
