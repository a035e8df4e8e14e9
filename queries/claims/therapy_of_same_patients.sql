-- One row per check: the therapy of the pair taken to be reported twice, had it run on between its publications.
WITH pair AS (
    SELECT
        earlier.year AS first_year, later.year AS last_year,
        min(therapy_low_months) / 12 AS low, max(therapy_high_months) / 12 AS high,
        last_year - first_year AS between_years
    FROM same_patients
    JOIN publications AS later USING (publication_id)
    JOIN publications AS earlier ON earlier.publication_id = same_as_publication_id
    JOIN patient_reports AS report ON report.publication_id = same_as_publication_id
    WHERE link_id = 'constantine-carter' GROUP BY ALL
)
SELECT
    range_text(low + between_years, high + between_years) || ' years by ' || last_year || ', if the ' || range_text(low, high)
        || ' years of ' || first_year || ' ran on' AS recomputed
FROM pair;
