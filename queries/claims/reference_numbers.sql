-- One row per check: the reference numbers of Table 1, and those that stand for two publications, or for none.
WITH printed AS (
    SELECT unnest(generate_series(min(reference_printed::INTEGER), max(reference_printed::INTEGER))) AS number FROM table_rows
),
numbers AS (
    SELECT number, count(DISTINCT publication_id) AS publications
    FROM printed LEFT JOIN table_rows ON reference_printed::INTEGER = number GROUP BY number
)
SELECT
    count(*) FILTER (publications > 0) || ' numbers for ' || sum(publications) || ' publications'
        || coalesce(': ' || string_agg(number, ', ') FILTER (publications > 1) || ' stands for ' || max(publications), '')
        || coalesce(', ' || string_agg(number, ', ') FILTER (publications = 0) || ' for none', '') AS recomputed,
    count(*) FILTER (publications > 0) AS found
FROM numbers;
