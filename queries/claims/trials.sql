-- One row per check: the randomised trials of Table 1, and those known besides that the paper could have known.
WITH paper AS (SELECT any_value(year) AS published FROM publications WHERE role = 'index case')
SELECT
    count_if(role = 'table 1') || ' in Table 1; ' || count_if(role != 'table 1') || ' more known ('
        || string_agg(coalesce(year::VARCHAR, 'year not seen'), ', ') FILTER (role != 'table 1') || ')' AS recomputed,
    -- A trial without a year leaves it open.
    if(bool_or(year IS NULL), NULL, count_if(year <= published)::DOUBLE) AS found
FROM publications, paper WHERE design LIKE 'randomised%' GROUP BY published;
