-- One row per check: the gaps told in the case, and how long after the last dose symptoms returned.
SELECT
    count(*) FILTER (event_id = 'missed-dose') || ' gap; symptoms back '
        || any_value(regexp_extract(detail, '(\d+) weeks after', 1)) FILTER (event_id = 'relapse')
        || ' weeks after the last dose' AS recomputed,
    'cannot be checked' AS verdict,
    []::INTEGER[] AS affected,
    'case_events: missed-dose, relapse, re-start, remission; outcomes: jendoubi2019-off-drug' AS rows_of
FROM case_events;
