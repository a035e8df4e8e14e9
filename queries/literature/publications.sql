-- One row per publication and verdict: its patients, beside all patients that count for certain and at most.
WITH counted AS (
    SELECT publication_id, publication, patient_id, min(verdict) AS verdict FROM chosen WHERE counted GROUP BY ALL
),
grouped AS (
    SELECT publication_id, publication, verdict, count(*) AS patients
    FROM counted GROUP BY ALL
)
SELECT
    publication_id, publication, verdict::VARCHAR AS verdict, enum_code(verdict) AS position, patients,
    sum(patients) OVER (PARTITION BY publication_id)::INTEGER AS publication_patients,
    (SELECT count(DISTINCT patient_id) FROM counted WHERE verdict = 'certain') AS certain,
    (SELECT count(DISTINCT patient_id) FROM counted) AS at_most
FROM grouped ORDER BY publication_patients DESC, publication, position;
