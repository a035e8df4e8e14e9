-- One row per check: the symptom scores from the third dose on, where printed.
SELECT
    string_agg(coalesce(number_text(low), 'not printed') || ' ' || lower(occasion), ', ' ORDER BY occasion_order) AS recomputed,
    CASE WHEN bool_or(low != $stated) THEN false WHEN bool_and(low IS NOT NULL) THEN true END AS holds
FROM case_measurements WHERE quantity = 'symptom score' AND occasion_order >= (
    SELECT occasion_order FROM case_measurements WHERE measurement_id = 'score-after-3'
);
