-- One row per safety finding: who had what, and the 95 % Wilson interval of a share that was counted in a group of several.
WITH told AS (
    SELECT
        outcomes.*, publication_id, publication, role, condition, group_name, group_patients, verdict, kept_out_by, source_url,
        coalesce(category IN ('adverse event', 'withdrawn') AND group_patients > 1 AND patients IS NOT NULL, false) AS counted
    FROM outcomes
    JOIN chosen_groups USING (group_id)
    WHERE domain = 'safety' AND (verdict != 'possible' OR possible_counts)
),
shares AS (
    SELECT
        *, if(counted, 100 * wilson_low(patients, group_patients), NULL) AS low_percent,
        if(counted, 100 * wilson_high(patients, group_patients), NULL) AS high_percent
    FROM told
)
SELECT
    row_number() OVER (ORDER BY counted DESC, role = 'review', role = 'index case', publication, outcome_id) AS place,
    publication || if(role = 'review', ', review', '') || ' · ' || patients || ' of ' || group_patients
        || format(', {:.0f}–{:.0f} %', low_percent, high_percent) || verdict_text(verdict) AS heading,
    publication_id, publication, role = 'index case' AS is_child, condition, group_name, measure, result,
    coalesce(category, '') AS category, coalesce(direction, '') AS direction, patients::DOUBLE AS patients,
    group_patients::DOUBLE AS group_patients, counted, if(counted, 100.0 * patients / group_patients, NULL) AS share_percent,
    low_percent, high_percent, bearing, bearing_note, coalesce(note, '') AS note, status,
    if(role = 'index case' AND verdict = 'certain', 'child', verdict::VARCHAR) AS verdict, kept_out_by, source, source_url
FROM shares ORDER BY place;
