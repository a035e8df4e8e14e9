-- One row per cell of the evidence-gap map, age group by disease by dose band: its patients and publications as bounds.
WITH judged_cells AS (
    -- A cell and a filter on the same quantity apply together: a patient lies in both or in neither.
    SELECT
        place, dose_order, publication_id, patient_id, possible_counts,
        greatest(
            verdict,
            verdict_of_range(age_low_years, age_high_years, [greatest(youngest, asked_age[1]), least(oldest, asked_age[2])]),
            verdict_of_range(dose_low_mg, dose_high_mg, [greatest(smallest, asked_dose[1]), least(largest, asked_dose[2])])
        ) AS verdict
    FROM evidence_cells JOIN chosen ON disease = cell_disease
),
counted AS (
    SELECT
        place, dose_order,
        count(DISTINCT patient_id) FILTER (verdict = 'certain') AS certain, count(DISTINCT patient_id) AS at_most,
        count(DISTINCT publication_id) FILTER (verdict = 'certain') AS publications_certain,
        count(DISTINCT publication_id) AS publications_at_most,
        count(DISTINCT publication_id) FILTER (publication_id IN (SELECT publication_id FROM study_groups)) AS with_facts
    FROM judged_cells WHERE verdict = 'certain' OR (verdict = 'possible' AND possible_counts) GROUP BY ALL
)
SELECT
    place, heading, dose_order, dose_band, age_band, cell_disease,
    coalesce(COLUMNS(counted.* EXCLUDE (place, dose_order)), 0),
    CASE WHEN coalesce(at_most, 0) = 0 THEN '–' WHEN certain = at_most THEN certain || '' ELSE certain || ', up to ' || at_most END AS patients,
    coalesce('publications: ' || range_text(publications_certain::DOUBLE, publications_at_most::DOUBLE), '') AS publications,
    coalesce('with outcomes: ' || with_facts, '') AS facts,
    CASE WHEN certain > 0 THEN 'certain' WHEN at_most > 0 THEN 'possible' ELSE 'not reported' END AS verdict
FROM evidence_cells LEFT JOIN counted USING (place, dose_order) ORDER BY place, dose_order;
