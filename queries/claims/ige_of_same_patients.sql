-- One row per check: the directions of total IgE in the two rows taken to tell of the same patients.
WITH pair AS (
    SELECT row, label, any_value(report.ige_directions)[1] AS direction, count(*) AS reports
    FROM same_patients
    JOIN patient_reports AS report ON report.publication_id IN (same_patients.publication_id, same_as_publication_id)
    JOIN publications ON publications.publication_id = report.publication_id
    GROUP BY row, label
)
SELECT
    coalesce(
        string_agg(direction || ' in ' || label || ' (' || reports || ' patients)', ', ' ORDER BY row),
        'no pair is taken to be reported twice'
    ) AS recomputed
FROM pair;
