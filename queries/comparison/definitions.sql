-- One row per definition of pediatric: how many of all patients meet it for certain, and at most.
SELECT * FROM (
    SELECT
        1 AS slot, 'marked by the authors' AS definition, count(DISTINCT patient_id) FILTER (marked_pediatric) AS certain, certain AS at_most
    FROM patient_reports
    UNION ALL
    SELECT 2, 'under 18 by printed age', count(DISTINCT patient_id) FILTER (verdict = 'certain'), count(DISTINCT patient_id) FILTER (counted)
    FROM judged('patient_reports', '{"age_group": "pediatric"}')
)
ORDER BY slot;
