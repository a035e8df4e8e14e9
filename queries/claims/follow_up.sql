-- One row per check: the months of treatment as each place of the paper prints them.
SELECT
    string_agg(number_text(value), ', ') || ' months in ' || count(*) || ' places; omalizumab '
        || if(ongoing, 'still given', 'ended') AS recomputed,
    max(value) AS found,
    ongoing AND count(DISTINCT value) = 1 AS holds
FROM case_facts JOIN case_events USING (event_id) WHERE fact = 'length of treatment' GROUP BY ongoing;
