-- One row per group, symptom domain and category of response: its patients, on the group's own denominator.
WITH counted AS (
    SELECT
        group_id, role, publication, condition, overlap, group_patients, verdict, kept_out_by, category, measure, bearing,
        bearing_note, status, outcomes.source, source_url, publication_id,
        if(category = 'withdrawn', 'overall symptoms', domain) AS symptoms,
        coalesce(patients, round(value / 100 * group_patients)::INTEGER) AS patients, patients IS NULL AS derived
    FROM outcomes
    JOIN chosen_groups USING (group_id)
    WHERE category IN ('complete', 'major', 'partial', 'improved', 'withdrawn') AND group_patients IS NOT NULL
        AND (verdict != 'possible' OR possible_counts)
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
        * EXCLUDE (verdict), if(role = 'index case' AND verdict = 'certain', 'child', verdict::VARCHAR) AS verdict,
        dense_rank() OVER (ORDER BY role = 'review', role = 'index case', group_patients DESC, publication, symptoms != 'overall symptoms', symptoms) AS place,
        list_position(['complete', 'major', 'partial', 'improved', 'rest, not told', 'withdrawn'], category) AS position
    FROM filled
)
SELECT
    place, position, publication
        || if(condition = 'mast cell activation syndrome', ' · activation syndrome', if(role = 'review', ', review', '') || ' · ' || replace(symptoms, 'overall symptoms', 'overall'))
        || ' · n = ' || group_patients || verdict_text(verdict) AS heading,
    string_agg(patients || ' ' || category || if(derived, ' (derived)', ''), ', ') OVER whole AS breakdown,
    (sum(patients) OVER so_far - patients)::DOUBLE AS from_patients, (sum(patients) OVER so_far)::DOUBLE AS to_patients,
    * EXCLUDE (place, position, group_id)
FROM placed
WINDOW so_far AS (PARTITION BY place ORDER BY position),
    whole AS (PARTITION BY place ORDER BY position ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING)
ORDER BY place, position;
