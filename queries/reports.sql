-- Derives patient reports, patients, the child, the printed rows and the study groups from the curated tables.

-- One row per patient in one printed row of Table 1.
CREATE TABLE patient_reports AS
WITH numbered AS (
    SELECT
        publication_id || '-' || row_number() OVER (PARTITION BY publication_id ORDER BY row, report_in_row) AS report_id,
        * EXCLUDE (report_in_row)
    FROM parsed_reports JOIN table_rows USING (row)
)
SELECT
    report_id,
    -- Reports of the same patients are matched in printed order: constantine2018-1 is carter2007-1.
    coalesce(same_as_publication_id || '-' || split_part(report_id, '-', 2), report_id) AS patient_id,
    row,
    numbered.publication_id,
    publications.label AS publication,
    section AS disease,
    [section] AS diseases,
    publications.year AS publication_year,
    pediatric_mark_printed IS NOT NULL AS marked_pediatric,
    age_low_years, age_high_years,
    dose_low_mg, dose_high_mg,
    interval_low_weeks, interval_high_weeks,
    dose_low_mg_per_4_weeks, dose_high_mg_per_4_weeks,
    therapy_low_months, therapy_high_months,
    ige_directions, tryptase_directions,
    range_text(age_low_years, age_high_years) || ' years' AS age,
    range_text(dose_low_mg, dose_high_mg) || ' mg every ' || range_text(interval_low_weeks, interval_high_weeks) || ' weeks' AS dose,
    range_text(therapy_low_months, therapy_high_months) || ' months' AS therapy,
    -- The lane of a course among those of its dose, the shortest first; whoever shares one has the same verdict under every filter.
    dense_rank() OVER (
        PARTITION BY dose_low_mg, dose_high_mg
        ORDER BY therapy_low_months, therapy_high_months, publications.label, row, age_low_years, age_high_years
    )::INTEGER AS dose_lane,
    -- The only patient of the row: others share its printed cells, and so are no observations of their own.
    count(*) OVER (PARTITION BY row) = 1 AS alone,
    numbered.source
FROM numbered
JOIN publications USING (publication_id)
LEFT JOIN same_patients
    ON same_patients.publication_id = numbered.publication_id
    AND split_part(report_id, '-', 2)::INTEGER <= same_patients.patients
ORDER BY row, report_id;

-- Why a filter makes a report possible, not reported or excluded, in this order; {} is the interval that is asked for.
CREATE MACRO reasons_of_range(name, printed) AS
    [printed || ' straddles the chosen {}', name || ' not reported', printed || ' is outside {}'];
CREATE MACRO reasons_of_set(name, printed) AS [
    name || ' is one of ' || array_to_string(printed, ', ') || ', not all of them chosen', name || ' not assessed',
    name || ' ' || array_to_string(printed, ', ') || ' is not chosen'
];

-- One row per patient report: for each filter, in the order of the verdicts of judged(), the reasons above.
CREATE TABLE report_reasons AS
SELECT report_id, [
    reasons_of_range('age', 'age ' || age),
    reasons_of_range('dose', 'dose ' || dose),
    reasons_of_range('dose per 4 weeks', 'dose per 4 weeks'),
    reasons_of_range('interval', 'interval in ' || dose),
    reasons_of_range('therapy', 'therapy ' || therapy),
    reasons_of_range('year of publication', 'publication of ' || publication_year),
    [NULL, NULL, disease || ' mastocytosis is not chosen'],
    reasons_of_set('total IgE', ige_directions),
    reasons_of_set('tryptase', tryptase_directions),
    [NULL, NULL, 'publication set aside']
] AS reasons
FROM patient_reports;

-- One row per patient, with the number of reports that describe the same person.
CREATE TABLE patients AS
SELECT patient_id, count(*) AS reports, list(report_id ORDER BY row) AS report_ids
FROM patient_reports GROUP BY patient_id ORDER BY patient_id;

-- The child of the case report in the columns of patient_reports, never counted among the patients of the table; no row
-- where a source holds no index case.
CREATE TABLE index_report AS
FROM patient_reports WHERE false
UNION ALL BY NAME
SELECT
    publication_id || '-1' AS report_id,
    publication_id || '-1' AS patient_id,
    publication_id,
    any_value(label) AS publication,
    any_value(condition) AS disease,
    [any_value(condition)] AS diseases,
    any_value(year) AS publication_year,
    any_value(low) FILTER (quantity = 'age at first dose') AS age_low_years,
    any_value(high) FILTER (quantity = 'age at first dose') AS age_high_years,
    age_high_years < 18 AS marked_pediatric,
    any_value(low) FILTER (quantity = 'dose') AS dose_low_mg,
    any_value(high) FILTER (quantity = 'dose') AS dose_high_mg,
    any_value(low) FILTER (quantity = 'interval') AS interval_low_weeks,
    any_value(high) FILTER (quantity = 'interval') AS interval_high_weeks,
    any_value(low) FILTER (quantity = 'dose per 4 weeks') AS dose_low_mg_per_4_weeks,
    any_value(high) FILTER (quantity = 'dose per 4 weeks') AS dose_high_mg_per_4_weeks,
    any_value(low) FILTER (quantity = 'therapy length') AS therapy_low_months,
    any_value(high) FILTER (quantity = 'therapy length') AS therapy_high_months,
    list(directions) FILTER (quantity = 'total IgE') AS ige_directions,
    list(directions) FILTER (quantity = 'tryptase') AS tryptase_directions,
    range_text(age_low_years, age_high_years) || ' years' AS age,
    range_text(dose_low_mg, dose_high_mg) || ' mg every ' || range_text(interval_low_weeks, interval_high_weeks) || ' weeks' AS dose,
    number_text(therapy_low_months) || ' months, ongoing' AS therapy,
    0 AS dose_lane, -- before all others of his dose
    any_value(label) || ', Case presentation' AS source
FROM publications JOIN (SELECT publication_id, condition FROM study_groups) USING (publication_id) CROSS JOIN index_case
WHERE role = 'index case' GROUP BY publication_id;

-- One row per printed row of Table 1: its cells, the bounds read from them, and its publication.
CREATE TABLE printed_rows AS
SELECT
    table_rows.row,
    study_printed || ' [' || reference_printed || ']' || coalesce(pediatric_mark_printed, '') AS study,
    table_rows.* EXCLUDE (row, source),
    bounds.* EXCLUDE (row),
    publications.label AS publication, 'https://doi.org/' || doi AS doi, publications.status, publications.status_note, table_rows.source
FROM table_rows
JOIN publications USING (publication_id)
JOIN (
    SELECT
        row, min(age_low_years) AS age_low_years, max(age_high_years) AS age_high_years,
        any_value(dose_low_mg) AS dose_low_mg, any_value(dose_high_mg) AS dose_high_mg,
        any_value(interval_low_weeks) AS interval_low_weeks, any_value(interval_high_weeks) AS interval_high_weeks,
        any_value(dose_low_mg_per_4_weeks) AS dose_low_mg_per_4_weeks,
        any_value(dose_high_mg_per_4_weeks) AS dose_high_mg_per_4_weeks,
        min(therapy_low_months) AS therapy_low_months, max(therapy_high_months) AS therapy_high_months,
        -- Exact values of several patients stay apart: 17 and 51, not 17 to 51.
        array_to_string(list_transform(list_sort(list_distinct(list({low: age_low_years, age: age}))), lambda one: one.age), ' and ') AS ages_read,
        array_to_string(
            list_transform(list_sort(list_distinct(list({low: therapy_low_months, length: therapy}))), lambda one: one.length), ' and '
        ) AS lengths_read,
        any_value(dose) AS dose_read,
        coalesce(array_to_string(any_value(ige_directions), ' or '), 'not assessed') AS ige_read,
        coalesce(array_to_string(any_value(tryptase_directions), ' or '), 'not assessed') AS tryptase_read
    FROM patient_reports GROUP BY row
) AS bounds ON bounds.row = table_rows.row
ORDER BY table_rows.row;

-- What a row tells of a quantity; nothing where another publication contradicts that cell.
CREATE MACRO unless_contradicted(row_asked, quantity_asked, told) AS if(
    EXISTS (FROM contradicted_cells WHERE contradicted_cells.row = row_asked AND quantity = quantity_asked), NULL, told
);

-- The study groups in the columns of patient_reports, a row for each way in which the reports of their publication are printed.
-- Table 1, or the child's own row, tells of a group that stands there whole. Of any other it tells only what the group's own
-- source leaves out; told_by_row says so. A cell that another publication contradicts tells nothing.
CREATE TABLE group_reports AS
SELECT DISTINCT
    group_id, groups.publication_id, role, doi, pmid, publications.label AS publication, name AS group_name,
    groups.patients AS group_patients, condition, overlap, overlap_note, groups.source_url,
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
