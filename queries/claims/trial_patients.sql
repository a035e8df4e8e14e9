-- One row per check: the patients that the abstract of the trial analyses.
SELECT
    sum(outcomes.patients) || ' patients analysed: '
        || string_agg(outcomes.patients || ' ' || measure, ', ' ORDER BY outcome_id) AS recomputed,
    min(outcomes.patients) FILTER (outcome_id LIKE '%-omalizumab') AS found
FROM outcomes WHERE outcome_id IN ('distler2020-arm-omalizumab', 'distler2020-arm-placebo');
