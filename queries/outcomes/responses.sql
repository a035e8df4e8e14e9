-- One row per group, symptom domain and category of response: its patients, on the group's own denominator.
WITH counted AS (
    SELECT
        group_id, role, publication, condition, overlap, group_patients, verdict, category, measure, bearing, bearing_note, status,
        outcomes.source, if(category = 'withdrawn', 'overall symptoms', domain) AS symptoms,
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
        group_id, role, publication, condition, overlap, group_patients, verdict, symptoms, 'rest, not told' AS category, true AS derived,
        'what the other categories leave over' AS measure, '' AS bearing, '' AS bearing_note, any_value(source) AS source,
        'derived' AS status, (group_patients - sum(counted.patients))::INTEGER AS patients
    FROM counted GROUP BY group_id, role, publication, condition, overlap, group_patients, verdict, symptoms
    HAVING sum(counted.patients) < group_patients
),
placed AS (
    SELECT
        * EXCLUDE (verdict), if(role = 'index case' AND verdict = 'certain', 'child', verdict::VARCHAR) AS verdict,
        dense_rank() OVER (ORDER BY role = 'review', role = 'index case', group_patients DESC, publication, symptoms != 'overall symptoms', symptoms) AS place,
        list_position(['complete', 'major', 'partial', 'improved', 'rest, not told', 'withdrawn'], category) AS position
    FROM filled
)
SELECT
    place, position, publication || if(role = 'review', ', review', '') || ' · '
        || if(condition = 'mast cell activation syndrome', 'activation syndrome', replace(symptoms, 'overall symptoms', 'overall'))
        || ' · n = ' || group_patients
        || if(verdict IN ('certain', 'child'), '', ' · ' || verdict) AS heading,
    string_agg(patients || ' ' || category || if(derived, ' (derived)', ''), ', ') OVER whole AS breakdown,
    (sum(patients) OVER so_far - patients)::DOUBLE AS from_patients, (sum(patients) OVER so_far)::DOUBLE AS to_patients,
    * EXCLUDE (place, position, group_id, role)
FROM placed
WINDOW so_far AS (PARTITION BY place ORDER BY position),
    whole AS (PARTITION BY place ORDER BY position ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING)
ORDER BY place, position;
