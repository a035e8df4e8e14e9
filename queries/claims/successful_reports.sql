-- One row per check: how many case reports and series of Table 1 were read, and how the patients of one responded.
WITH reports AS (
    SELECT publication_id, status != 'paper only' AS opened FROM publications
    WHERE role = 'table 1' AND design LIKE 'randomised%' IS NOT TRUE
),
evaluated AS (
    SELECT
        string_agg(outcomes.patients || ' ' || category, ', ' ORDER BY outcomes.rowid) AS categories,
        sum(outcomes.patients) FILTER (category IN ('complete', 'major', 'partial')) AS responded,
        any_value(study_groups.patients) AS everyone, any_value(label) AS label
    FROM outcomes JOIN study_groups USING (group_id) JOIN publications USING (publication_id)
    WHERE group_id = 'broesbyolsen2018-evaluated' AND category IN ('complete', 'major', 'partial', 'withdrawn')
)
SELECT
    count_if(opened) || ' of ' || count(*) || ' publications read; in one (' || any_value(label) || ') ' || any_value(responded) || ' of '
        || any_value(everyone) || ' responded (' || any_value(categories) || ')' AS recomputed,
    CASE WHEN any_value(responded) <= any_value(everyone) / 2 THEN false WHEN bool_and(opened) THEN true END AS holds
FROM reports, evaluated;
