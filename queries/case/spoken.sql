-- One row per number of the child's course that the talk says aloud: what it is, its ends, its unit, and how it is known.
SELECT quantity, low, high, unit, precision, source FROM index_case WHERE quantity IN ('dose', 'interval')
UNION ALL
SELECT label, start_low_months, start_low_months, 'months', precision, source FROM case_events WHERE event_id = 'cutaneous-mastocytosis'
UNION ALL
SELECT 'referral', floor(start_low_months / 12), floor(start_low_months / 12), 'years', precision, source
FROM case_events WHERE event_id = 'referral';
