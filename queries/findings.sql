-- Findings worked out once for each study group; a query adds the verdict of the group.

-- One row per finding, with its group.
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
