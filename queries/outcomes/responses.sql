-- One row per group, symptom domain and category of response: its patients, on the group's own denominator.
SELECT
    * EXCLUDE (group_id, possible_counts, verdict, heading), heading || verdict_text(verdict) AS heading,
    drawn_verdict(role, verdict) AS verdict
FROM group_responses JOIN chosen_groups USING (group_id)
WHERE verdict != 'possible' OR possible_counts
ORDER BY place, position;
