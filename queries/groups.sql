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

-- One row per study group with its publication, and one per finding in it: what no filter changes.
CREATE TABLE group_facts AS
SELECT
    group_id, publication_id, role, doi, pmid, label AS publication, name AS group_name, study_groups.patients AS group_patients,
    condition, overlap, overlap_note, source_url, design
FROM study_groups JOIN publications USING (publication_id);
CREATE TABLE group_findings AS
FROM (SELECT *, rowid AS finding_order FROM outcomes) JOIN group_facts USING (group_id);

-- One row per safety finding: who had what, and the 95 % Wilson interval of a share that was counted in a group of several.
CREATE TABLE safety_findings AS
SELECT
    row_number() OVER (ORDER BY counted DESC, role = 'review', is_child, publication, outcome_id) AS place, *,
    if(counted, 100.0 * patients / group_patients, NULL) AS share_percent,
    if(counted, 100 * wilson_low(patients, group_patients), NULL) AS low_percent,
    if(counted, 100 * wilson_high(patients, group_patients), NULL) AS high_percent,
    publication || if(role = 'review', ', review', '') || format(
        ' · {:.0f} of {:.0f}, {:.0f}–{:.0f} %', patients, group_patients, low_percent, high_percent) AS heading
FROM (
    SELECT
        group_id, outcome_id, publication_id, publication, role, role = 'index case' AS is_child, condition, group_name, measure,
        result, coalesce(category, '') AS category, coalesce(direction, '') AS direction, patients::DOUBLE AS patients,
        group_patients::DOUBLE AS group_patients,
        coalesce(category IN ('adverse event', 'withdrawn') AND group_patients > 1 AND patients IS NOT NULL, false) AS counted,
        bearing, bearing_note, coalesce(note, '') AS note, status, source, source_url
    FROM group_findings WHERE domain = 'safety'
);

-- One row per group, symptom domain and category of response: its patients, on the group's own denominator; what the
-- categories of a group leave over is a row of its own.
CREATE TABLE group_responses AS
WITH counted AS (
    SELECT
        group_id, role, publication, condition, overlap, group_patients, category, measure, bearing, bearing_note, status, source,
        source_url, publication_id, if(category = 'withdrawn', 'overall symptoms', domain) AS symptoms,
        coalesce(patients, round(value / 100 * group_patients)::INTEGER) AS patients, patients IS NULL AS derived
    FROM group_findings
    WHERE category IN ('complete', 'major', 'partial', 'improved', 'withdrawn') AND group_patients IS NOT NULL
),
filled AS (
    FROM counted
    UNION ALL BY NAME
    SELECT
        * EXCLUDE (told), 'rest, not told' AS category, true AS derived, 'what the other categories leave over' AS measure,
        '' AS bearing, '' AS bearing_note, 'derived' AS status, (group_patients - told)::INTEGER AS patients
    FROM (
        SELECT counted.* EXCLUDE (category, derived, measure, bearing, bearing_note, status, patients), sum(patients) AS told
        FROM counted GROUP BY ALL
    ) WHERE told < group_patients
),
placed AS (
    SELECT
        *, list_position(['complete', 'major', 'partial', 'improved', 'rest, not told', 'withdrawn'], category) AS position,
        dense_rank() OVER (
            ORDER BY role = 'review', role = 'index case', group_patients DESC, publication, symptoms != 'overall symptoms', symptoms
        ) AS place
    FROM filled
)
SELECT
    place, position, publication || if(condition = 'mast cell activation syndrome', ' · activation syndrome',
            if(role = 'review', ', review', '') || ' · ' || replace(symptoms, 'overall symptoms', 'overall'))
        || ' · n = ' || group_patients AS heading,
    string_agg(patients || ' ' || category || if(derived, ' (derived)', ''), ', ') OVER whole AS breakdown,
    (sum(patients) OVER so_far - patients)::DOUBLE AS from_patients, (sum(patients) OVER so_far)::DOUBLE AS to_patients,
    * EXCLUDE (place, position)
FROM placed
WINDOW so_far AS (PARTITION BY place ORDER BY position),
    whole AS (PARTITION BY place ORDER BY position ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING);

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
    array_to_string(list_distinct(flatten(list(list_filter([
        if(age_verdict = verdict, 'age', ''), if(dose_verdict = verdict, 'dose', ''),
        if(per_4_weeks_verdict = verdict, 'dose per 4 weeks', ''), if(interval_verdict = verdict, 'interval', ''),
        if(therapy_verdict = verdict, 'therapy length', ''), if(year_verdict = verdict, 'year of publication', ''),
        if(disease_verdict = verdict, 'disease', ''), if(ige_verdict = verdict, 'total IgE', ''),
        if(tryptase_verdict = verdict, 'tryptase', ''), if(aside_verdict = verdict, 'set aside', '')
    ], lambda name: name != '' AND verdict IN ('not reported', 'excluded'))))), ', ') AS kept_out_by
FROM judged('group_reports', chosen_filter) GROUP BY group_id, possible_counts;

-- How a verdict that is not certain is named in a heading.
CREATE MACRO verdict_text(verdict) AS if(verdict::VARCHAR IN ('certain', 'child'), '', ' · ' || verdict);

-- A finding of the child is drawn as the child's where it counts for certain.
CREATE MACRO drawn_verdict(role, verdict) AS if(role = 'index case' AND verdict = 'certain', 'child', verdict::VARCHAR);
