-- One row per disease and verdict: how many patients, publications or table rows (the chosen unit) it counts.
WITH units AS (
    SELECT
        disease,
        CASE $unit WHEN 'patients' THEN patient_id WHEN 'publications' THEN publication_id ELSE row::VARCHAR END AS unit_id,
        min(verdict) AS verdict
    FROM cohort($age_group, $age, $dose, $dose_per_4_weeks, $interval, $therapy, $disease, $ige, $tryptase, $without)
    GROUP BY ALL
)
SELECT disease, verdict::VARCHAR AS verdict, enum_code(verdict) AS position, count(*) AS units, $unit AS unit
FROM units
WHERE verdict != 'possible' OR $possible
GROUP BY ALL ORDER BY disease DESC, position;
