-- One row per check: the criteria that the work-up met, against the rule of one major and so many minor ones.
WITH met AS (
    SELECT count(*) FILTER (event_id LIKE 'major-%') AS major, count(*) FILTER (event_id LIKE 'minor-%') AS minor FROM case_events
)
SELECT
    major || ' major and ' || minor || ' minor; the rule asks for the major one and ' || number_text(threshold_of('who_criteria'))
        || ' minor' AS recomputed,
    CASE WHEN major > 0 AND minor >= threshold_of('who_criteria')
        THEN agreement(stated_number('who_criteria'), minor, 0) ELSE 'differs' END AS verdict,
    []::INTEGER[] AS affected,
    'case_events: major-criterion, minor-tryptase, minor-kit, systemic-mastocytosis' AS rows_of
FROM met;
