-- One row per finding on a stopped, missed or lowered dose, with the patients it concerns.
SELECT
    publication, group_name, measure, result, patients::DOUBLE AS patients, group_patients::DOUBLE AS group_patients, coalesce(category, '') AS category, bearing, bearing_note, coalesce(note, '') AS note,
    status, verdict::VARCHAR AS verdict, outcomes.source
FROM outcomes
JOIN judged_groups($age_group, $age, $dose, $dose_per_4_weeks, $interval, $therapy, $disease, $ige, $tryptase, $without) AS judged
    USING (group_id)
WHERE domain = 'stopping' AND (verdict != 'possible' OR $possible)
ORDER BY enum_code(judged.verdict), role = 'review', publication;
