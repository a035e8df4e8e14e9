-- One row per finding on a stopped, missed or lowered dose, with the patients it concerns.
SELECT
    publication, group_name, measure, result, patients::DOUBLE AS patients, group_patients::DOUBLE AS group_patients, coalesce(category, '') AS category, bearing, bearing_note, coalesce(note, '') AS note,
    status, verdict::VARCHAR AS verdict, kept_out_by, source, source_url
FROM group_findings
JOIN chosen_groups USING (group_id)
WHERE domain = 'stopping' AND (verdict != 'possible' OR possible_counts)
ORDER BY enum_code(chosen_groups.verdict), role = 'review', publication;
