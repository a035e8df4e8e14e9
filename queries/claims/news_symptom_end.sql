-- One row per check: the doses given before the text calls the child asymptomatic, and before the score is 0.
WITH doses AS (
    SELECT
        count(*) FILTER (dose.start_high_months <= text.start_low_months) AS by_text,
        count(*) FILTER (dose.start_high_months <= score.start_low_months) AS by_score
    FROM case_events AS dose, case_events AS text, case_events AS score
    WHERE dose.event_id LIKE 'dose-%' AND text.event_id = 'asymptomatic' AND score.event_id = 'score-zero'
)
SELECT
    'after ' || by_text || ' doses by the text, ' || by_score || ' by the score' AS recomputed,
    agreement(stated_number('news_symptom_end'), by_text, 0) AS verdict,
    []::INTEGER[] AS affected,
    'case_events: asymptomatic, score-zero' AS rows_of
FROM doses;
