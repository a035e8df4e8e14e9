-- One row per arm of the randomised trial and occasion: the median score, beside the arm's patients and the printed tests.
WITH judged AS (
    SELECT outcomes.*, group_name, group_patients, verdict
    FROM outcomes
    JOIN judged_groups($age_group, $age, $dose, $dose_per_4_weeks, $interval, $therapy, $disease, $ige, $tryptase, $without)
        USING (group_id)
    WHERE publication_id = 'distler2020' AND (verdict != 'possible' OR $possible)
)
SELECT
    group_name AS arm, group_patients, unnest(['Baseline', 'After 6 months']) AS occasion, unnest([1, 2]) AS occasion_order,
    unnest([value, value_later]) AS score, unnest([split_part(result, ' to ', 1), split_part(result, ' to ', 2)]) AS printed,
    group_name || ', n = ' || group_patients AS arm_label, measure, bearing, bearing_note, note, status, verdict::VARCHAR AS verdict,
    (SELECT string_agg(regexp_extract(result, 'p = [0-9.]+'), ' and ' ORDER BY value) FROM judged WHERE starts_with(result, 'p = '))
        AS tests,
    source
FROM judged WHERE unit = 'points' ORDER BY arm, occasion_order;
