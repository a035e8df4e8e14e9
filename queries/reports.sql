-- Derives patient reports, patients and the child from the curated tables.

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
