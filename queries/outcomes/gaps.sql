-- One row per cell of the evidence-gap map, age group by disease by dose band: its patients and publications as bounds.
WITH cells AS (
    FROM (VALUES (1, 'Under 18', 0, 17::DOUBLE), (2, '18 and over', 18, 'infinity')) AS ages (age_order, age_band, youngest, oldest)
    CROSS JOIN (VALUES (1, 'systemic'), (2, 'cutaneous')) AS diseases (disease_order, cell_disease)
    CROSS JOIN (VALUES (1, 'below 300 mg', 0, 299.999::DOUBLE), (2, '300 mg', 300, 300), (3, 'above 300 mg', 300.001, 'infinity'))
        AS doses (dose_order, dose_band, smallest, largest)
),
judged_cells AS (
    -- A cell and a filter on the same quantity apply together: a patient lies in both or in neither.
    SELECT
        age_order, disease_order, dose_order, publication_id, patient_id, possible_counts,
        greatest(
            verdict,
            verdict_of_range(age_low_years, age_high_years, [greatest(youngest, asked_age[1]), least(oldest, asked_age[2])]),
            verdict_of_range(dose_low_mg, dose_high_mg, [greatest(smallest, asked_dose[1]), least(largest, asked_dose[2])])
        ) AS verdict
    FROM cells
    JOIN chosen ON disease = cell_disease
),
counted AS (
    SELECT
        age_order, disease_order, dose_order,
        count(DISTINCT patient_id) FILTER (verdict = 'certain') AS certain, count(DISTINCT patient_id) AS at_most,
        count(DISTINCT publication_id) FILTER (verdict = 'certain') AS publications_certain,
        count(DISTINCT publication_id) AS publications_at_most,
        count(DISTINCT publication_id) FILTER (publication_id IN (SELECT publication_id FROM study_groups)) AS with_facts
    FROM judged_cells WHERE verdict = 'certain' OR (verdict = 'possible' AND possible_counts) GROUP BY ALL
),
every_cell AS (
    SELECT cells.* EXCLUDE (youngest, oldest, smallest, largest), coalesce(COLUMNS(counted.* EXCLUDE (age_order, disease_order, dose_order)), 0)
    FROM cells LEFT JOIN counted USING (age_order, disease_order, dose_order)
)
SELECT
    2 * age_order + disease_order - 2 AS place, age_band || ' · ' || cell_disease || ' mastocytosis' AS heading,
    dose_order, dose_band, * EXCLUDE (age_order, disease_order, dose_order, dose_band),
    CASE WHEN at_most = 0 THEN '–' WHEN certain = at_most THEN certain || '' ELSE certain || ', up to ' || at_most END AS patients,
    CASE WHEN at_most = 0 THEN '' ELSE 'publications: ' || range_text(publications_certain::DOUBLE, publications_at_most::DOUBLE) END AS publications,
    CASE WHEN at_most = 0 THEN '' ELSE 'with outcomes: ' || with_facts END AS facts,
    CASE WHEN certain > 0 THEN 'certain' WHEN at_most > 0 THEN 'possible' ELSE 'not reported' END AS verdict
FROM every_cell ORDER BY place, dose_order;
