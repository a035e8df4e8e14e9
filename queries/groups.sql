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

-- The study groups under a filter, each with a verdict and the filters that keep it out. What Table 1 prints of a group's
-- publication tells for certain only of a group that stands there whole; of any other it makes a match possible at most.
CREATE MACRO judged_groups(chosen_filter) AS TABLE
SELECT
    group_id, publication_id, role, doi, pmid, publication, group_name, group_patients, condition, overlap, overlap_note, source_url,
    possible_counts,
    if(
        min(verdict) = 'certain' AND (max(verdict) != 'certain' OR (
            any_value(told_by_row) AND any_value(coalesce(
                asked_dose, asked_per_4_weeks, asked_interval, asked_therapy, if(own_age, NULL, asked_age),
                if(coalesce(asked_ige, asked_tryptase) IS NULL, NULL, []::DOUBLE[])
            )) IS NOT NULL
        )), 'possible', min(verdict)
    )::verdict AS verdict,
    array_to_string(list_distinct(flatten(list(list_filter([
        if(age_verdict = verdict, 'age', ''), if(dose_verdict = verdict, 'dose', ''),
        if(per_4_weeks_verdict = verdict, 'dose per 4 weeks', ''), if(interval_verdict = verdict, 'interval', ''),
        if(therapy_verdict = verdict, 'therapy length', ''), if(year_verdict = verdict, 'year of publication', ''),
        if(disease_verdict = verdict, 'disease', ''), if(ige_verdict = verdict, 'total IgE', ''),
        if(tryptase_verdict = verdict, 'tryptase', ''), if(aside_verdict = verdict, 'set aside', '')
    ], lambda name: name != '' AND verdict IN ('not reported', 'excluded'))))), ', ') AS kept_out_by
FROM judged('group_reports', chosen_filter) GROUP BY ALL;

-- How a verdict that is not certain is named in a heading.
CREATE MACRO verdict_text(verdict) AS if(verdict::VARCHAR IN ('certain', 'child'), '', ' · ' || verdict);
