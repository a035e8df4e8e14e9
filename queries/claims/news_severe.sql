-- One row per check: the form of systemic mastocytosis that the paper diagnoses.
SELECT
    lower(split_part(detail, ':', 1)) AS recomputed,
    CASE WHEN contains(lower(split_part(detail, ':', 1)), claims.stated) THEN 'agrees' ELSE 'differs' END AS verdict,
    []::INTEGER[] AS affected,
    'case_events: systemic-mastocytosis' AS rows_of
FROM case_events, claims WHERE event_id = 'systemic-mastocytosis' AND claim_id = 'news_severe';
