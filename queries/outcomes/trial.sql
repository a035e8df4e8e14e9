-- One row per arm of the randomised trial and occasion: the median score, beside the arm's patients and the printed tests.
WITH judged AS (
    SELECT outcomes.*, group_name, group_patients, verdict
    FROM outcomes
    JOIN chosen_groups USING (group_id)
    JOIN publications USING (publication_id)
    WHERE publications.role = 'table 1' AND design LIKE 'randomised%' AND (verdict != 'possible' OR possible_counts)
)
SELECT
    group_name AS arm, group_patients, unnest(['Baseline', 'After 6 months']) AS occasion, unnest([1, 2]) AS occasion_order,
    unnest([value, value_later]) AS score, unnest([split_part(result, ' to ', 1), split_part(result, ' to ', 2)]) AS printed,
    group_name || ', n = ' || group_patients AS arm_label, measure, bearing, bearing_note, note, status, verdict::VARCHAR AS verdict,
    (SELECT string_agg(split_part(result, ',', 1), ' and ' ORDER BY value) FROM judged WHERE starts_with(result, 'p = '))
        || ', not significant' AS tests,
    source
FROM judged WHERE unit = 'points' ORDER BY arm, occasion_order;
