-- One row per check: how reference 27 ranks anaphylaxis, and what reference 28 counts.
WITH told AS (
    SELECT
        any_value(result) FILTER (outcome_id = 'broesbyolsen2018-anaphylaxis') AS rank,
        any_value(outcomes.patients) FILTER (outcome_id = 'slapnicar2019-none-further') AS free,
        any_value(outcomes.patients) FILTER (outcome_id = 'slapnicar2019-milder') AS milder,
        any_value(study_groups.patients) FILTER (outcome_id = 'slapnicar2019-milder') AS counted
    FROM outcomes JOIN study_groups USING (group_id)
)
SELECT
    'ranked “' || rank || '”, without counts; elsewhere ' || free || ' of ' || counted || ' patients free of episodes, '
        || milder || ' of ' || counted || ' with milder ones' AS recomputed,
    CASE WHEN rank = 'most effective' THEN 'agrees' ELSE 'differs' END AS verdict,
    (SELECT list(row ORDER BY row) FROM table_rows WHERE publication_id IN ('broesbyolsen2018', 'slapnicar2019')) AS affected,
    'outcomes: broesbyolsen2018-anaphylaxis, broesbyolsen2018-skin, slapnicar2019-none-further, slapnicar2019-milder' AS rows_of
FROM told;
