-- The cells of the evidence-gap map: age group by disease by dose band, each with the ages and doses that it holds.
CREATE TABLE evidence_cells AS
SELECT
    2 * age_order + disease_order - 2 AS place, age_band || ' · ' || cell_disease || ' mastocytosis' AS heading,
    * EXCLUDE (age_order, disease_order)
FROM (VALUES (1, 'Under 18', 0, 17::DOUBLE), (2, '18 and over', 18, 'infinity')) AS ages (age_order, age_band, youngest, oldest)
CROSS JOIN (VALUES (1, 'systemic'), (2, 'cutaneous')) AS diseases (disease_order, cell_disease)
CROSS JOIN (VALUES (1, 'below 300 mg', 0, 299.999::DOUBLE), (2, '300 mg', 300, 300), (3, 'above 300 mg', 300.001, 'infinity'))
    AS doses (dose_order, dose_band, smallest, largest);

-- The reports that lie in a cell for certain or possibly, whatever the filter, and whether their publication has outcome facts.
CREATE TABLE cell_reports AS
SELECT * FROM (
    SELECT
        evidence_cells.*, report_id,
        publication_id IN (SELECT publication_id FROM study_groups) AS has_facts,
        greatest(
            verdict_of_range(age_low_years, age_high_years, [youngest, oldest]),
            verdict_of_range(dose_low_mg, dose_high_mg, [smallest, largest])
        ) AS cell_verdict
    FROM evidence_cells JOIN patient_reports ON disease = cell_disease
) WHERE cell_verdict IN ('certain', 'possible');
