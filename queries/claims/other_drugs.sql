-- One row per check: what became of each medication besides omalizumab and the oral steroids.
SELECT
    string_agg(lower(drug) || ' ' || fate, ', ' ORDER BY drug) AS recomputed,
    CASE WHEN bool_or(fate = 'not reduced') THEN false WHEN bool_and(fate != 'end not printed') THEN true END AS holds
FROM drug_courses() WHERE drug NOT IN ('Omalizumab', 'Prednisone');
