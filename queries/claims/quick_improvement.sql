-- One row per check: the patients of the literature who withdrew before they could improve.
SELECT
    string_agg(outcomes.patients || ' of ' || study_groups.patients
        || ' evaluated patients withdrew at the first dose (' || label || ')', '; ') AS recomputed,
    -- Nobody withdrawn would not show that all improved.
    CASE WHEN sum(outcomes.patients) > 0 THEN false END AS holds
FROM outcomes JOIN study_groups USING (group_id) JOIN publications USING (publication_id)
WHERE category = 'withdrawn' AND role = 'table 1';
