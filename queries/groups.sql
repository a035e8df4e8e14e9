-- The study groups: what tells of them, and their verdict under a filter.

-- What a row tells of a quantity; nothing where another publication contradicts that cell.
CREATE MACRO unless_contradicted(row_asked, quantity_asked, told) AS if(
    EXISTS (FROM contradicted_cells WHERE contradicted_cells.row = row_asked AND quantity = quantity_asked), NULL, told
);

-- The study groups in the columns of patient_reports, a row for each way in which the reports of their publication are printed.
-- Table 1, or the child's own row, tells of a group that stands there whole. Of any other it tells only what the group's own
-- source leaves out; told_by_row says so. A cell that another publication contradicts tells nothing.
CREATE TABLE group_reports AS
SELECT DISTINCT
    group_id, groups.publication_id,
    role = 'table 1' AND overlap != 'in Table 1' AS told_by_row,
    overlap != 'in Table 1' AND groups.age_low_years IS NOT NULL AS own_age,
    if(own_age, groups.age_low_years, unless_contradicted(row, 'age', printed.age_low_years)) AS age_low_years,
    -- An open upper end is any age from the lowest on.
    if(own_age, coalesce(groups.age_high_years, 'infinity'::DOUBLE), unless_contradicted(row, 'age', printed.age_high_years))
        AS age_high_years,
    publications.year AS publication_year,
    CASE WHEN condition IN ('systemic and cutaneous', 'mixed mast cell disorders') THEN ['systemic', 'cutaneous']
        ELSE [coalesce(condition, 'not told')] END AS diseases,
    unless_contradicted(row, 'dose', dose_low_mg) AS dose_low_mg,
    unless_contradicted(row, 'dose', dose_high_mg) AS dose_high_mg,
    unless_contradicted(row, 'dose', unless_contradicted(row, 'interval', dose_low_mg_per_4_weeks)) AS dose_low_mg_per_4_weeks,
    unless_contradicted(row, 'dose', unless_contradicted(row, 'interval', dose_high_mg_per_4_weeks)) AS dose_high_mg_per_4_weeks,
    unless_contradicted(row, 'interval', interval_low_weeks) AS interval_low_weeks,
    unless_contradicted(row, 'interval', interval_high_weeks) AS interval_high_weeks,
    unless_contradicted(row, 'therapy length', therapy_low_months) AS therapy_low_months,
    unless_contradicted(row, 'therapy length', therapy_high_months) AS therapy_high_months,
    unless_contradicted(row, 'total IgE', ige_directions) AS ige_directions,
    unless_contradicted(row, 'tryptase', tryptase_directions) AS tryptase_directions
FROM study_groups AS groups
JOIN publications USING (publication_id)
LEFT JOIN (FROM patient_reports UNION ALL BY NAME FROM index_report) AS printed
    ON printed.publication_id = groups.publication_id AND printed.disease = groups.condition;

-- One row per study group with its publication: what no filter changes.
CREATE TABLE group_facts AS
SELECT
    group_id, publication_id, role, doi, pmid, label AS publication, name AS group_name, study_groups.patients AS group_patients,
    condition, overlap, overlap_note, source_url, design
FROM study_groups JOIN publications USING (publication_id);

-- The study groups under a filter, each with a verdict and the filters that keep it out. What Table 1 prints of a group's
-- publication tells for certain only of a group that stands there whole; of any other it makes a match possible at most.
CREATE MACRO judged_groups(chosen_filter) AS TABLE
SELECT
    group_id, possible_counts,
    if(
        min(verdict) = 'certain' AND (max(verdict) != 'certain' OR (
            any_value(told_by_row) AND any_value(coalesce(
                asked_dose, asked_per_4_weeks, asked_interval, asked_therapy, if(own_age, NULL, asked_age),
                if(coalesce(wanted_ige, wanted_tryptase) IS NULL, NULL, []::DOUBLE[])
            )) IS NOT NULL
        )), 'possible', min(verdict)
    )::verdict AS verdict,
    array_to_string(list_sort(list_distinct(flatten(list(list_filter([
        if(age_verdict = verdict, 'age', ''), if(dose_verdict = verdict, 'dose', ''),
        if(per_4_weeks_verdict = verdict, 'dose per 4 weeks', ''), if(interval_verdict = verdict, 'interval', ''),
        if(therapy_verdict = verdict, 'therapy length', ''), if(year_verdict = verdict, 'year of publication', ''),
        if(disease_verdict = verdict, 'disease', ''), if(ige_verdict = verdict, 'total IgE', ''),
        if(tryptase_verdict = verdict, 'tryptase', ''), if(aside_verdict = verdict, 'set aside', '')
    ], lambda name: name != '' AND verdict IN ('not reported', 'excluded')))))), ', ') AS kept_out_by
FROM judged('group_reports', chosen_filter) GROUP BY group_id, possible_counts;

-- How a verdict that is not certain is named in a heading.
CREATE MACRO verdict_text(verdict) AS if(verdict::VARCHAR IN ('certain', 'child'), '', ' · ' || verdict);

-- A finding of the child is drawn as the child's where it counts for certain.
CREATE MACRO drawn_verdict(role, verdict) AS if(role = 'index case' AND verdict = 'certain', 'child', verdict::VARCHAR);
