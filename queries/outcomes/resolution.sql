-- One row per symptom domain of the systematic review: the share of patients whose symptom went away completely.
SELECT
    domain, value AS share_percent, result, verdict::VARCHAR AS verdict, kept_out_by, publication_id, publication, measure, bearing,
    bearing_note, note, status, source, source_url
FROM group_findings
JOIN chosen_groups USING (group_id)
WHERE role = 'review' AND category = 'complete' AND unit = '%' AND (verdict != 'possible' OR possible_counts)
ORDER BY share_percent DESC;
