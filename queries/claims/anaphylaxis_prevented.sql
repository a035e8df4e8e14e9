-- One row per check: which symptoms reference 27 ranks first, and what reference 28 counts.
WITH ranked AS (
    SELECT measure, result, string_agg(domain, ' and for the ' ORDER BY domain) AS domains, count(*) AS level
    FROM outcomes
    WHERE group_id = 'broesbyolsen2018-evaluated' AND result = 'most effective' GROUP BY ALL
),
counted AS (
    SELECT
        any_value(outcomes.patients) FILTER (outcome_id = 'slapnicar2019-none-further') AS free,
        any_value(outcomes.patients) FILTER (outcome_id = 'slapnicar2019-milder') AS milder,
        any_value(study_groups.patients) AS counted
    FROM outcomes JOIN study_groups USING (group_id) WHERE group_id = 'slapnicar2019-anaphylaxis'
)
SELECT
    result || ' for ' || domains || if(level > 1, ' alike', '') || ', without counts; elsewhere ' || free || ' of ' || counted
        || ' patients free of episodes, ' || milder || ' of ' || counted || ' with milder ones' AS recomputed,
    -- Level with another symptom, it may or may not be the main one.
    CASE WHEN NOT contains(domains, 'anaphylaxis') THEN false WHEN level = 1 THEN true END AS holds
FROM ranked, counted;
