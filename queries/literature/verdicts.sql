-- One row per way in which a range can lie to a filter, an example without unit, and its verdict; beside it the ages of most may-be children.
WITH across AS (
    SELECT age, count(DISTINCT patient_id) AS patients FROM judged('patient_reports', '{"age_group": "pediatric"}')
    WHERE verdict = 'possible' GROUP BY age ORDER BY patients DESC LIMIT 1
)
SELECT
    slot, way, low, high, first, last, verdict_of_range(low, high, [first, last])::VARCHAR AS verdict, verdict || ': ' || way AS label,
    coalesce(age, '') AS age, coalesce(patients, 0) AS patients, (SELECT count(DISTINCT patient_id) FROM patient_reports) AS total
FROM (VALUES (1, 'inside', 30.0, 50.0), (2, 'across an edge', 45.0, 85.0), (3, 'outside', 72.0, 95.0)) AS ways (slot, way, low, high)
CROSS JOIN (VALUES (20.0, 62.0)) AS asked (first, last)
LEFT JOIN across ON true
ORDER BY slot;
