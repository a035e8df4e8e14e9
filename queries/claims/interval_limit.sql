-- One row per check: the interval at the last report, and what is planned for it.
SELECT
    'now ' || number_text(printed_number('interval-now')) || ' weeks, planned to be ' || printed_word('interval-plan')
        || '; relapse at ' || number_text(printed_number('relapse-weeks')) AS recomputed,
    if(printed_word('interval-plan') = 'longer' AND printed_number('interval-now') >= $stated::DOUBLE, false, NULL) AS holds;
