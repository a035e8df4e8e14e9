-- One row per safety finding: who had what, and the 95 % Wilson interval of a share that was counted in a group of several.
SELECT
    * EXCLUDE (group_id, outcome_id, possible_counts, verdict, heading), heading || verdict_text(verdict) AS heading,
    drawn_verdict(role, verdict) AS verdict
FROM safety_findings JOIN chosen_groups USING (group_id)
WHERE verdict != 'possible' OR possible_counts
ORDER BY place;
