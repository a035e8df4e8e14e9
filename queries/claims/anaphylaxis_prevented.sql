-- One row per check: which symptoms reference 27 ranks first, and what reference 28 counts.
WITH ranked AS (
    SELECT measure, result, string_agg(domain, ' and for the ' ORDER BY domain) AS domains, count(*) AS level
    FROM outcomes WHERE group_id = 'broesbyolsen2018-evaluated' AND measure LIKE 'ranked%' AND result = 'most effective' GROUP BY ALL
),
counted AS (
    SELECT
        any_value(outcomes.patients) FILTER (outcome_id = 'slapnicar2019-none-further') AS free,
        any_value(outcomes.patients) FILTER (outcome_id = 'slapnicar2019-milder') AS milder, any_value(study_groups.patients) AS counted
    FROM outcomes JOIN study_groups USING (group_id) WHERE group_id = 'slapnicar2019-anaphylaxis'
)
SELECT
    result || ' for ' || domains || if(level > 1, ' alike', '') || ', without counts; elsewhere ' || free || ' of ' || counted
        || ' patients free of episodes, ' || milder || ' of ' || counted || ' with milder ones' AS recomputed,
    CASE WHEN NOT contains(domains, 'anaphylaxis') THEN 'differs' WHEN level > 1 THEN 'cannot be checked' ELSE 'agrees' END AS verdict,
    (SELECT list(row ORDER BY row) FROM table_rows WHERE publication_id IN ('broesbyolsen2018', 'slapnicar2019')) AS affected,
    'outcomes: broesbyolsen2018-anaphylaxis, broesbyolsen2018-skin, slapnicar2019-none-further, slapnicar2019-milder' AS rows_of
FROM ranked, counted;
