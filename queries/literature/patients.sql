-- One row per patient, the certain ones first: the verdict of the best of their reports, and what it prints of age and dose.
WITH patients AS (
    SELECT
        patient_id, possible_counts, min(verdict) AS verdict, min(row) AS row, first(publication ORDER BY verdict, row) AS publication,
        first(age ORDER BY verdict, row) AS age, first(dose ORDER BY verdict, row) AS dose, first(source ORDER BY verdict, row) AS source,
        (count(*) OVER ())::INTEGER AS total
    FROM chosen GROUP BY ALL
)
SELECT
    row_number() OVER (ORDER BY verdict, row, patient_id)::INTEGER AS place, verdict::VARCHAR AS verdict, publication, age, dose,
    (count(*) FILTER (verdict = 'certain') OVER ())::INTEGER AS certain,
    (count(*) FILTER (verdict IN ('certain', 'possible')) OVER ())::INTEGER AS at_most, total, source
FROM patients WHERE verdict != 'possible' OR possible_counts ORDER BY place;
