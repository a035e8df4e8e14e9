-- One row per safety finding: patients with the event and, in a group of several, the 95 % Wilson interval of their share.
WITH told AS (
    SELECT
        outcomes.*, publication, role, condition, group_name, group_patients, verdict,
        coalesce(category IN ('adverse event', 'withdrawn') AND patients <= group_patients, false) AS counted
    FROM outcomes
    JOIN chosen_groups USING (group_id)
    WHERE domain = 'safety' AND (verdict != 'possible' OR possible_counts)
),
shares AS (
    SELECT
        *, if(counted, 100.0 * patients / group_patients, NULL) AS share_percent,
        if(counted AND group_patients > 1, 100 * wilson_low(patients, group_patients), NULL) AS low_percent,
        if(counted AND group_patients > 1, 100 * wilson_high(patients, group_patients), NULL) AS high_percent
    FROM told
)
SELECT
    row_number() OVER (ORDER BY counted DESC, role = 'review', role = 'index case', patients DESC, publication, outcome_id) AS place,
    publication || if(role = 'review', ', review', '') || coalesce(' · ' || patients || ' of ' || group_patients, '')
        || CASE WHEN low_percent IS NULL THEN '' WHEN patients = 0 THEN format(', at most {:.0f} %', high_percent)
            ELSE format(', {:.0f}–{:.0f} %', low_percent, high_percent) END
        || if(verdict = 'certain', '', ' · ' || verdict) AS heading,
    measure || if(condition = 'mast cell activation syndrome', ', in activation syndrome', '') AS line,
    publication, group_name, measure, result, coalesce(category, '') AS category, patients::DOUBLE AS patients,
    group_patients::DOUBLE AS group_patients, share_percent, low_percent, high_percent, counted,
    bearing, bearing_note, coalesce(note, '') AS note, status,
    if(role = 'index case' AND verdict = 'certain', 'child', verdict::VARCHAR) AS verdict, source
FROM shares ORDER BY place;
