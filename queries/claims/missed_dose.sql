-- One row per check: the gaps told in the case, and how long after the last dose symptoms returned.
SELECT
    count(*) FILTER (event_id = 'missed-dose') || ' gap; symptoms back '
        || weeks_to_relapse() || ' weeks after the last dose' AS recomputed
FROM case_events;
