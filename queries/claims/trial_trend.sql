-- One row per check: how the abstract of the trial calls its secondary endpoints, and the median scores of its arms.
SELECT
    any_value(result) FILTER (outcome_id = 'distler2020-secondary') || '; median scores ' || string_agg(
        number_text(value) || ' to ' || number_text(value_later) || ' (' || name || ')', ' and ' ORDER BY name
    ) FILTER (value_later IS NOT NULL) AS recomputed,
    -- Better is no proof of compelling.
    if(bool_or(direction = 'worse' OR (outcome_id = 'distler2020-score-omalizumab' AND value_later >= value)), false, NULL) AS holds
FROM outcomes JOIN study_groups USING (group_id)
WHERE outcome_id IN ('distler2020-secondary', 'distler2020-score-omalizumab', 'distler2020-score-placebo');
