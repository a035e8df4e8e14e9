-- One row per check: the tests named of which a criterion came, and what else gave one.
WITH sources AS (SELECT words, count(*) AS criteria FROM case_facts WHERE fact = 'criterion shown by' GROUP BY words),
tests AS (SELECT words FROM case_facts WHERE fact = 'test of the work-up')
SELECT
    'criteria from ' || count(tests.words) FILTER (criteria > 0) || ' of ' || count(tests.words) || ' tests'
        || coalesce(' (' || string_agg(tests.words, ', ') FILTER (criteria > 0) || ')', '')
        || coalesce(', and from ' || string_agg(words, ', ') FILTER (tests.words IS NULL), '') AS recomputed,
    -- What a test without a criterion showed is not printed.
    CASE
        WHEN count(tests.words) FILTER (criteria > 0) = 0 THEN false
        WHEN count(tests.words) FILTER (criteria > 0) = $stated::DOUBLE THEN true
    END AS holds
FROM tests FULL JOIN sources USING (words);
