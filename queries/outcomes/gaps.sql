-- One row per cell of the evidence-gap map, age group by disease by dose band: its patients and publications as bounds.
WITH counted AS (
    -- A cell and a filter on the same quantity apply together: a patient lies in both or in neither. Two ranges that each meet
    -- a third meet each other within it, so it is enough that the cell meets what is asked.
    SELECT place, dose_order, patient_id, publication_id, has_facts, greatest(verdict, cell_verdict) AS verdict
    FROM cell_reports JOIN chosen USING (report_id)
    WHERE verdict IN ('certain', 'possible') AND (greatest(verdict, cell_verdict) = 'certain' OR possible_counts)
        AND coalesce(asked_age[1] <= oldest AND asked_age[2] >= youngest, true)
        AND coalesce(asked_dose[1] <= largest AND asked_dose[2] >= smallest, true)
)
SELECT
    place, heading, dose_order, dose_band, age_band, cell_disease,
    count(DISTINCT patient_id) FILTER (verdict = 'certain') AS certain, count(DISTINCT patient_id) AS at_most,
    count(DISTINCT publication_id) FILTER (verdict = 'certain') AS publications_certain,
    count(DISTINCT publication_id) AS publications_at_most,
    count(DISTINCT publication_id) FILTER (has_facts) AS with_facts,
    CASE WHEN at_most = 0 THEN '–' WHEN certain = at_most THEN certain || '' ELSE certain || ', up to ' || at_most END AS patients,
    if(at_most = 0, '', 'publications: ' || range_text(publications_certain, publications_at_most)) AS publications,
    if(at_most = 0, '', 'with outcomes: ' || with_facts) AS facts,
    CASE WHEN certain > 0 THEN 'certain' WHEN at_most > 0 THEN 'possible' ELSE 'not reported' END AS verdict
FROM evidence_cells LEFT JOIN counted USING (place, dose_order) GROUP BY ALL ORDER BY place, dose_order;
