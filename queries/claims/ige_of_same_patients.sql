-- One row per check: the directions of total IgE in the two rows taken to tell of the same patients.
WITH pair AS (
    SELECT row, link_id, label, any_value(report.ige_directions)[1] AS direction, count(*) AS reports
    FROM same_patients
    JOIN patient_reports AS report ON report.publication_id IN (same_patients.publication_id, same_as_publication_id)
    JOIN publications ON publications.publication_id = report.publication_id
    GROUP BY row, link_id, label
)
SELECT
    coalesce(
        string_agg(direction || ' in ' || label || ' (' || reports || ' patients)', ', ' ORDER BY row),
        'no pair is taken to be reported twice'
    ) AS recomputed,
    'cannot be checked' AS verdict,
    coalesce(list(row ORDER BY row), []) AS affected,
    coalesce('same_patients: ' || any_value(link_id), '') AS rows_of
FROM pair;
