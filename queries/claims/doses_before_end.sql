-- One row per check: the doses given before the text calls the child asymptomatic, and before the score is 0.
SELECT
    'after ' || doses_before('asymptomatic') || ' doses by the text, '
        || doses_before('score-zero') || ' by the score' AS recomputed,
    doses_before($key) AS found;
