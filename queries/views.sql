-- Derives reports, patients and the chosen cohort from the curated tables; run once, after they are loaded.

-- Twenty printed rows: starting threads would cost more than every query.
SET threads = 1;

-- The worst of several verdicts is the greatest, the best the least.
CREATE TYPE verdict AS ENUM ('certain', 'possible', 'not reported', 'excluded');

-- A number without trailing zeros, and a closed interval in words: 17 to 93 is written 17–93.
CREATE MACRO number_text(value) AS format('{:g}', value::DOUBLE);
CREATE MACRO range_text(low, high) AS
    CASE WHEN low = high THEN number_text(low) ELSE number_text(low) || '–' || number_text(high) END;

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

-- The child of the case report in the columns of patient_reports; one row, never counted among the 81.
CREATE TABLE index_report AS
SELECT
    'bossi2023-1' AS report_id,
    'bossi2023-1' AS patient_id,
    NULL::INTEGER AS row,
    'bossi2023' AS publication_id,
    (SELECT label FROM publications WHERE publication_id = 'bossi2023') AS publication,
    'systemic' AS disease,
    true AS marked_pediatric,
    any_value(low) FILTER (quantity = 'age') AS age_low_years,
    any_value(high) FILTER (quantity = 'age') AS age_high_years,
    any_value(low) FILTER (quantity = 'dose') AS dose_low_mg,
    any_value(high) FILTER (quantity = 'dose') AS dose_high_mg,
    any_value(low) FILTER (quantity = 'interval') AS interval_low_weeks,
    any_value(high) FILTER (quantity = 'interval') AS interval_high_weeks,
    dose_low_mg * 4 / interval_high_weeks AS dose_low_mg_per_4_weeks,
    dose_high_mg * 4 / interval_low_weeks AS dose_high_mg_per_4_weeks,
    any_value(low) FILTER (quantity = 'therapy length') AS therapy_low_months,
    any_value(high) FILTER (quantity = 'therapy length') AS therapy_high_months,
    list(directions) FILTER (quantity = 'total IgE') AS ige_directions,
    list(directions) FILTER (quantity = 'tryptase') AS tryptase_directions,
    range_text(age_low_years, age_high_years) || ' years' AS age,
    range_text(dose_low_mg, dose_high_mg) || ' mg every ' || range_text(interval_low_weeks, interval_high_weeks) || ' weeks' AS dose,
    number_text(therapy_low_months) || ' months, ongoing' AS therapy,
    'Bossi 2023, Case presentation' AS source
FROM index_case;

-- One row per printed row of Table 1: its cells, the bounds read from them, and its publication.
CREATE TABLE printed_rows AS
SELECT
    table_rows.row,
    study_printed || ' [' || reference_printed || ']' || coalesce(pediatric_mark_printed, '') AS study,
    table_rows.* EXCLUDE (row, source),
    bounds.* EXCLUDE (row),
    'https://doi.org/' || doi AS doi, publications.status, table_rows.source
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

-- The verdict of a closed interval [low, high] under a chosen [first, last]; a NULL first means no filter.
CREATE MACRO verdict_of_range(low, high, first, last) AS CASE
    WHEN first IS NULL THEN 'certain'
    WHEN low IS NULL OR high IS NULL THEN 'not reported'
    WHEN first > last OR high < first OR low > last THEN 'excluded'
    WHEN low >= first AND high <= last THEN 'certain'
    ELSE 'possible'
END::verdict;

-- The verdict of a set of possible values under a chosen set; NULL chosen means no filter.
CREATE MACRO verdict_of_set(printed, chosen) AS CASE
    WHEN chosen IS NULL THEN 'certain'
    WHEN printed IS NULL THEN 'not reported'
    WHEN list_has_all(chosen, printed) THEN 'certain'
    WHEN list_has_any(chosen, printed) THEN 'possible'
    ELSE 'excluded'
END::verdict;

-- The chosen ranges as first and last values, NULL where there is no filter. Age is in completed years: pediatric is 0 to
-- 17, adult 18 and over; an age group and exact ages apply together.
CREATE MACRO chosen_ranges(age_group, age, dose, dose_per_4_weeks, dosing_interval, therapy) AS TABLE
SELECT
    CASE WHEN age_group IS NOT NULL OR age IS NOT NULL
        THEN greatest(CASE age_group WHEN 'adult' THEN 18 ELSE 0 END, coalesce(age[1], 0)) END::DOUBLE AS first_age,
    CASE WHEN age_group IS NOT NULL OR age IS NOT NULL
        THEN least(CASE age_group WHEN 'pediatric' THEN 17 ELSE 'infinity'::DOUBLE END, coalesce(age[2], 'infinity'::DOUBLE))
    END AS last_age,
    dose[1]::DOUBLE AS first_dose, dose[2]::DOUBLE AS last_dose,
    dose_per_4_weeks[1]::DOUBLE AS first_dose_per_4_weeks, dose_per_4_weeks[2]::DOUBLE AS last_dose_per_4_weeks,
    dosing_interval[1]::DOUBLE AS first_interval, dosing_interval[2]::DOUBLE AS last_interval,
    therapy[1]::DOUBLE AS first_therapy, therapy[2]::DOUBLE AS last_therapy;

-- The chosen cohort: every patient report with a verdict per filter and over all of them. NULL means no filter.
CREATE MACRO cohort(
    chosen_age_group, chosen_age, chosen_dose, chosen_dose_per_4_weeks, chosen_interval,
    chosen_therapy, chosen_disease, chosen_ige, chosen_tryptase, set_aside
) AS TABLE
WITH judged AS (
    SELECT
        *,
        verdict_of_range(age_low_years, age_high_years, first_age, last_age) AS age_verdict,
        verdict_of_range(dose_low_mg, dose_high_mg, first_dose, last_dose) AS dose_verdict,
        verdict_of_range(dose_low_mg_per_4_weeks, dose_high_mg_per_4_weeks, first_dose_per_4_weeks, last_dose_per_4_weeks)
            AS dose_per_4_weeks_verdict,
        verdict_of_range(interval_low_weeks, interval_high_weeks, first_interval, last_interval) AS interval_verdict,
        verdict_of_range(therapy_low_months, therapy_high_months, first_therapy, last_therapy) AS therapy_verdict,
        (CASE WHEN disease = coalesce(chosen_disease, disease) THEN 'certain' ELSE 'excluded' END)::verdict AS disease_verdict,
        verdict_of_set(ige_directions, chosen_ige) AS ige_verdict,
        verdict_of_set(tryptase_directions, chosen_tryptase) AS tryptase_verdict,
        (CASE WHEN list_contains(set_aside, publication_id) THEN 'excluded' ELSE 'certain' END)::verdict AS set_aside_verdict
    FROM patient_reports
    CROSS JOIN chosen_ranges(
        chosen_age_group, chosen_age, chosen_dose, chosen_dose_per_4_weeks, chosen_interval, chosen_therapy
    )
)
SELECT
    *,
    greatest(
        age_verdict, dose_verdict, dose_per_4_weeks_verdict, interval_verdict, therapy_verdict,
        disease_verdict, ige_verdict, tryptase_verdict, set_aside_verdict
    ) AS verdict
FROM judged;

-- The chosen cohort of a whole filter written as JSON, as a reader pins it; what it leaves out is no filter.
CREATE MACRO cohort_of(pinned) AS TABLE
SELECT *, verdict = 'certain' OR (verdict = 'possible' AND coalesce((pinned->>'possible')::BOOLEAN, true)) AS counted
FROM cohort(
    pinned->>'age_group', (pinned->'age')::DOUBLE[], (pinned->'dose')::DOUBLE[], (pinned->'dose_per_4_weeks')::DOUBLE[],
    (pinned->'interval')::DOUBLE[], (pinned->'therapy')::DOUBLE[], pinned->>'disease',
    (pinned->'ige')::VARCHAR[], (pinned->'tryptase')::VARCHAR[], (pinned->'without')::VARCHAR[]
);

-- Two cohorts one below the other: side is A or B.
CREATE MACRO sides(pinned_a, pinned_b) AS TABLE
SELECT 'A' AS side, * FROM cohort_of(pinned_a)
UNION ALL
SELECT 'B' AS side, * FROM cohort_of(pinned_b);

-- The identity of a report in a counting unit.
CREATE MACRO unit_of(counting_unit, patient_id, report_id, publication_id, row) AS CASE counting_unit
    WHEN 'patients' THEN patient_id
    WHEN 'patient reports' THEN report_id
    WHEN 'publications' THEN publication_id
    ELSE row::VARCHAR
END;

-- Which way each biomarker went in each counted unit, for everybody and with each publication left out in turn. A cell such
-- as =/↓ leaves two directions open; a patient, or a publication, with several rows is mixed where the rows differ.
-- possibilities holds every answer the unit may give; certain says that there is one and the unit surely counts.
CREATE MACRO unit_directions(
    counting_unit, chosen_possible, age_group_, age_, dose_, dose_per_4_weeks_, interval_, therapy_,
    disease_, ige_, tryptase_, without_
) AS TABLE
WITH counted AS (
    SELECT
        unit_of(counting_unit, patient_id, report_id, publication_id, row) AS unit_id,
        publication_id, row, verdict, unnest(['total IgE', 'tryptase']) AS biomarker, unnest([ige_directions, tryptase_directions]) AS directions
    FROM cohort(age_group_, age_, dose_, dose_per_4_weeks_, interval_, therapy_, disease_, ige_, tryptase_, without_)
    WHERE verdict = 'certain' OR (verdict = 'possible' AND chosen_possible)
),
left_out AS (SELECT NULL AS left_out UNION ALL SELECT DISTINCT publication_id FROM counted),
cells AS (
    SELECT left_out, biomarker, unit_id, row, bool_or(verdict = 'certain') AS certain, any_value(directions) AS directions
    FROM counted JOIN left_out ON left_out IS DISTINCT FROM publication_id
    GROUP BY ALL
),
gathered AS (
    SELECT
        left_out, biomarker, unit_id, bool_or(certain) AS surely,
        coalesce(list(directions) FILTER (directions IS NOT NULL), []) AS assessed,
        coalesce(list(directions) FILTER (certain AND directions IS NOT NULL), []) AS certain_ones,
        bool_or(directions IS NULL) AS some_unassessed,
        list_distinct(flatten(assessed)) AS directions
    FROM cells GROUP BY ALL
),
answered AS (
    SELECT
        left_out, biomarker, unit_id, surely,
        list_filter(directions, lambda one: len(list_filter(certain_ones, lambda cell: NOT list_contains(cell, one))) = 0)
            || CASE WHEN len(assessed) > 1 AND len(directions) > 1 THEN ['mixed'] ELSE [] END
            || CASE WHEN some_unassessed AND len(certain_ones) = 0 THEN ['not assessed'] ELSE [] END AS possibilities
    FROM gathered
)
SELECT *, surely AND len(possibilities) = 1 AS certain FROM answered;

-- Why one filter gives a report its verdict, in words; NULL where another filter does.
CREATE MACRO why_range(own, overall, printed, first, last) AS CASE
    WHEN own != overall OR own = 'certain' THEN NULL
    WHEN own = 'not reported' THEN printed || ' not reported'
    WHEN first > last THEN 'age group and ages exclude each other'
    ELSE printed || CASE own WHEN 'possible' THEN ' straddles the chosen ' ELSE ' is outside ' END
        || CASE WHEN isinf(last) THEN format('{:g} and over', first) ELSE format('{:g}–{:g}', first, last) END
END;
CREATE MACRO why_set(own, overall, noun, printed) AS CASE
    WHEN own != overall OR own = 'certain' THEN NULL
    WHEN own = 'not reported' THEN noun || ' not assessed'
    ELSE noun || CASE own WHEN 'possible' THEN ' is one of ' ELSE ' ' END || array_to_string(printed, ', ')
        || CASE own WHEN 'possible' THEN ', not all of them chosen' ELSE ' is not chosen' END
END;

-- Every event and medication step of the case on one axis: months from the first dose, or years from birth.
CREATE MACRO case_marks(axis) AS TABLE
WITH anchor AS (
    -- The middle of the possible ages at the first dose ties the two clocks together.
    -- Completed years 9 to 10 reach from the ninth birthday to just before the eleventh.
    SELECT (low + high + 1) / 2 * 12 AS first_dose_months FROM index_case WHERE quantity = 'age at first dose'
),
told AS (
    SELECT event_id AS id, 'event' AS kind, lane, label, detail, clock, sequence, row_number() OVER () AS printed_order,
        start_low_months, start_high_months, end_low_months, end_high_months, ongoing, precision, how, source
    FROM case_events
    UNION ALL BY NAME
    SELECT medication_id AS id, 'medication' AS kind, 'Medication' AS lane,
        drug || CASE
            WHEN length(dose_printed) < 27 THEN ' · ' || dose_printed
            WHEN end_high_months IS NULL THEN ' · end not printed'
            ELSE ' · step ' || step
        END AS label,
        concat_ws(' · ', dose_printed, route, change) AS detail,
        'first dose' AS clock, NULL AS sequence, row_number() OVER () AS printed_order,
        start_low_months, start_high_months, end_low_months, end_high_months, ongoing,
        CASE WHEN 'order only' IN (start_precision, end_precision) THEN 'order only' ELSE start_precision END AS precision,
        how, source
    FROM case_medications
),
shifted AS (
    SELECT
        told.* EXCLUDE (start_low_months, start_high_months, end_low_months, end_high_months, precision, how),
        concat_ws(' ', how, CASE WHEN clock != axis THEN
            'Converted with the first dose at ' || number_text(first_dose_months / 12) || ' years of age.' END) AS how,
        first_dose_months / 12 AS first_dose_years,
        CASE WHEN clock = axis THEN 0 WHEN axis = 'birth' THEN first_dose_months ELSE -first_dose_months END AS shift,
        CASE WHEN axis = 'birth' THEN 12 ELSE 1 END AS months_per_unit,
        (start_low_months + shift) / months_per_unit AS start_low, (start_high_months + shift) / months_per_unit AS start_high,
        (end_low_months + shift) / months_per_unit AS end_low, (end_high_months + shift) / months_per_unit AS end_high,
        CASE WHEN shift != 0 AND precision = 'stated' THEN 'derived' ELSE precision END AS precision
    FROM told CROSS JOIN anchor
),
narrowed AS (
    -- What is known of the order narrows the place of a mark, never its printed bounds.
    SELECT
        *,
        greatest(start_low, max(start_low) OVER (ORDER BY sequence)) AS place_low,
        least(start_high, min(start_high) OVER (ORDER BY sequence DESC)) AS place_high
    FROM shifted WHERE sequence IS NOT NULL
    UNION ALL BY NAME
    SELECT *, start_low AS place_low, start_high AS place_high FROM shifted WHERE sequence IS NULL
),
ranked AS (
    SELECT *, CASE WHEN sequence IS NULL THEN 1 ELSE dense_rank() OVER same_limit END AS rank
    FROM narrowed WINDOW same_limit AS (PARTITION BY place_high, place_low < place_high, sequence IS NULL ORDER BY sequence)
),
placed AS (
    -- Events that share a limit keep their order, evenly apart.
    SELECT
        *,
        place_low + (place_high - place_low) * rank
            / (1 + max(rank) OVER (PARTITION BY place_high, place_low < place_high, sequence IS NULL)) AS place
    FROM ranked
)
SELECT * FROM placed;

-- The ends of the Wilson interval of a proportion at 95 %: k of n as a share from 0 to 1, bounded even where k is 0 or n.
CREATE MACRO wilson_centre(k, n) AS (k + 1.959964 ** 2 / 2) / (n + 1.959964 ** 2);
CREATE MACRO wilson_margin(k, n) AS 1.959964 * sqrt(k * (n - k) / n + 1.959964 ** 2 / 4) / (n + 1.959964 ** 2);
CREATE MACRO wilson_low(k, n) AS greatest(0, wilson_centre(k, n) - wilson_margin(k, n));
CREATE MACRO wilson_high(k, n) AS least(1, wilson_centre(k, n) + wilson_margin(k, n));

-- The study groups under the chosen filters, each with a verdict. A group of a publication in Table 1 is judged by the reports
-- printed there: certain only where all of them are, excluded only where all of them are. The child is judged by his own
-- row, any other group by its printed age and disease; what a filter asks beyond that is not reported.
CREATE MACRO judged_groups(
    group_age_group, group_age, group_dose, group_dose_per_4_weeks, group_interval,
    group_therapy, group_disease, group_ige, group_tryptase, groups_aside
) AS TABLE
WITH printed AS (
    SELECT
        publication_id,
        (CASE WHEN min(verdict) = 'certain' AND max(verdict) > 'certain' THEN 'possible' ELSE min(verdict) END)::verdict AS table_verdict
    FROM cohort(
        group_age_group, group_age, group_dose, group_dose_per_4_weeks, group_interval,
        group_therapy, group_disease, group_ige, group_tryptase, groups_aside
    ) GROUP BY publication_id
),
known AS (
    SELECT
        group_id, publication_id, role, doi, pmid, publications.label AS publication, name AS group_name,
        study_groups.patients AS group_patients, condition, overlap, overlap_note,
        study_groups.age_low_years AS low,
        -- An open upper end is any age from the lowest on.
        coalesce(study_groups.age_high_years, if(low IS NULL, NULL, 'infinity'::DOUBLE)) AS high,
        index_report.* EXCLUDE (publication_id, publication)
    FROM study_groups JOIN publications USING (publication_id) LEFT JOIN index_report USING (publication_id)
)
SELECT
    known.* EXCLUDE (low, high),
    coalesce(table_verdict, greatest(
        verdict_of_range(low, high, first_age, last_age),
        (CASE
            WHEN group_disease IS NULL OR condition = group_disease THEN 'certain'
            WHEN condition IN ('systemic and cutaneous', 'mixed mast cell disorders') THEN 'possible'
            ELSE 'excluded'
        END)::verdict,
        verdict_of_range(dose_low_mg, dose_high_mg, first_dose, last_dose),
        verdict_of_range(dose_low_mg_per_4_weeks, dose_high_mg_per_4_weeks, first_dose_per_4_weeks, last_dose_per_4_weeks),
        verdict_of_range(interval_low_weeks, interval_high_weeks, first_interval, last_interval),
        verdict_of_range(therapy_low_months, therapy_high_months, first_therapy, last_therapy),
        verdict_of_set(ige_directions, group_ige), verdict_of_set(tryptase_directions, group_tryptase),
        (CASE WHEN list_contains(groups_aside, publication_id) THEN 'excluded' ELSE 'certain' END)::verdict
    )) AS verdict
FROM known LEFT JOIN printed USING (publication_id)
CROSS JOIN chosen_ranges(group_age_group, group_age, group_dose, group_dose_per_4_weeks, group_interval, group_therapy);
