-- One row per disease and verdict: how many of the chosen unit (such as patients) it counts.
WITH units AS (
    SELECT
        disease, unit_of($unit, patient_id, report_id, publication_id, row) AS unit_id,
        min(verdict_drawn(verdict, possible_counts)) AS verdict
    FROM chosen
    GROUP BY ALL
)
SELECT disease, verdict::VARCHAR AS verdict, enum_code(verdict) AS position, count(*) AS units, $unit AS unit
FROM units
GROUP BY ALL ORDER BY disease DESC, position;
