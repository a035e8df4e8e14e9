-- One row per finding: study and group, denominator, result, status, what it does to the paper's claims, and its verdict.
SELECT
    verdict::VARCHAR AS verdict, publication, group_name, group_patients::DOUBLE AS group_patients, domain, measure, result,
    patients::DOUBLE AS patients, bearing, bearing_note,
    status, coalesce(note, '') AS note, condition, overlap, overlap_note, 'https://doi.org/' || doi AS doi, pmid, outcomes.source
FROM outcomes
JOIN judged_groups($age_group, $age, $dose, $dose_per_4_weeks, $interval, $therapy, $disease, $ige, $tryptase, $without) AS judged
    USING (group_id)
WHERE verdict != 'possible' OR $possible
ORDER BY enum_code(judged.verdict), list_position(['table 1', 'index case', 'outside table 1', 'review'], role), publication, outcomes.rowid;
