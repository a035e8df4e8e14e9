-- One row per check: the symptom scores from the third dose on, where printed.
SELECT
    string_agg(coalesce(number_text(low), 'not printed') || ' ' || lower(occasion), ', ' ORDER BY occasion_order) AS recomputed,
    CASE WHEN bool_or(low != stated_number('steady_score')) THEN 'differs'
        WHEN bool_or(low IS NULL) THEN 'cannot be checked' ELSE 'agrees' END AS verdict,
    []::INTEGER[] AS affected,
    'case_measurements: ' || string_agg(measurement_id, ', ' ORDER BY occasion_order) || '; case_events: relapse' AS rows_of
FROM case_measurements WHERE quantity = 'symptom score' AND occasion_order >= (
    SELECT occasion_order FROM case_measurements WHERE measurement_id = 'score-after-3'
);
