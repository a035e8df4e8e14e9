-- One row per symptom domain of the systematic review: the share of patients whose symptom went away completely.
SELECT
    domain, value AS share_percent, result, verdict::VARCHAR AS verdict, publication, measure, bearing,
    bearing_note, note, status, outcomes.source
FROM outcomes
JOIN judged_groups($age_group, $age, $dose, $dose_per_4_weeks, $interval, $therapy, $disease, $ige, $tryptase, $without)
    USING (group_id)
WHERE publication_id = 'jendoubi2020' AND category = 'complete' AND unit = '%' AND (verdict != 'possible' OR $possible)
ORDER BY share_percent DESC;
