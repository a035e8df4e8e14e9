-- The printed rows of the literature table, and why a filter decides a report as it does.

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
