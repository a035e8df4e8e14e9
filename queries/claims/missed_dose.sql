-- One row per check: the gaps told in the case, how long after the last dose symptoms returned, and who had no relapse.
SELECT
    count(*) || ' gap; symptoms back ' || number_text(printed_number('relapse-weeks')) || ' weeks after the last injection; elsewhere '
        || (SELECT patients FROM outcomes WHERE outcome_id = 'jendoubi2019-off-drug') || ' patients without relapse' AS recomputed,
    -- Later than the limit is no proof: there is no second gap.
    if(printed_number('relapse-weeks') <= $stated::DOUBLE, false, NULL) AS holds
FROM case_events WHERE event_id = 'missed-dose';
