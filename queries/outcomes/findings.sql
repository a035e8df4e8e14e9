-- One row per finding: study and group, denominator, result, status, what it does to the paper's claims, and its verdict.
SELECT
    verdict::VARCHAR AS verdict, kept_out_by, publication, group_name, group_patients::DOUBLE AS group_patients, domain, measure, result,
    patients::DOUBLE AS patients, bearing, bearing_note,
    status, coalesce(note, '') AS note, condition, overlap, overlap_note, 'https://doi.org/' || doi AS doi, pmid, source, source_url
FROM group_findings
JOIN chosen_groups USING (group_id)
WHERE verdict != 'possible' OR possible_counts
ORDER BY enum_code(chosen_groups.verdict), list_position(['table 1', 'index case', 'outside table 1', 'review'], role), publication, finding_order;
