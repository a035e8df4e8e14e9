-- One row per arm of the randomised trial and occasion: the median score, beside the arm's patients and the printed tests.
-- Where possible matches do not count it is excluded, not left out: nobody should miss the only trial without a word.
WITH judged AS (
    SELECT
        group_findings.*,
        if(verdict = 'possible' AND NOT possible_counts, 'excluded', verdict::VARCHAR) AS verdict,
        if(verdict = 'possible', 'possible only', kept_out_by) AS kept_out_by
    FROM group_findings
    JOIN chosen_groups USING (group_id)
    WHERE role = 'table 1' AND design LIKE 'randomised%'
)
SELECT
    publication_id, publication, group_name AS arm, group_patients,
    unnest(['Baseline', 'After 6 months']) AS occasion, unnest([1, 2]) AS occasion_order,
    unnest([value, value_later]) AS score, unnest([split_part(result, ' to ', 1), split_part(result, ' to ', 2)]) AS printed,
    group_name || ', n = ' || group_patients || verdict_text(verdict) AS arm_label, measure, bearing, bearing_note, note,
    status, verdict, kept_out_by,
    (SELECT string_agg(split_part(result, ',', 1), ' and ' ORDER BY value) FROM judged WHERE starts_with(result, 'p = '))
        || ', not significant' AS tests,
    source, source_url
FROM judged WHERE unit = 'points' ORDER BY arm, occasion_order;
