-- One row per check: the patients that the abstract of the trial analyses.
SELECT
    sum(outcomes.patients) || ' patients analysed: ' || string_agg(outcomes.patients || ' ' || measure, ', ' ORDER BY outcome_id) AS recomputed,
    agreement(stated_number('trial_patients'), min(outcomes.patients) FILTER (outcome_id LIKE '%-omalizumab'), 0) AS verdict,
    (SELECT list(row) FROM table_rows WHERE publication_id = 'distler2020') AS affected,
    'outcomes: ' || string_agg(outcome_id, ', ' ORDER BY outcome_id) || ', distler2020-enrolled-patients' AS rows_of
FROM outcomes WHERE outcome_id IN ('distler2020-arm-omalizumab', 'distler2020-arm-placebo');
