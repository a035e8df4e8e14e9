-- One row per check: the patients of the literature who withdrew before they could improve.
SELECT
    string_agg(outcomes.patients || ' of ' || study_groups.patients || ' evaluated patients withdrew at the first dose (' || label || ')', '; ')
        AS recomputed,
    CASE WHEN sum(outcomes.patients) > 0 THEN 'differs' ELSE 'cannot be checked' END AS verdict,
    (SELECT list(row ORDER BY row) FROM table_rows WHERE publication_id IN ('broesbyolsen2018', 'slapnicar2019')) AS affected,
    'outcomes: ' || string_agg(outcome_id, ', ') || ', slapnicar2019-milder' AS rows_of
FROM outcomes JOIN study_groups USING (group_id) JOIN publications USING (publication_id)
WHERE category = 'withdrawn' AND role = 'table 1';
