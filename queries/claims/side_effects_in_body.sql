-- One row per check: the side effects that the body of the paper tells of.
SELECT count(*) || ' in the body (local swelling)' AS recomputed, count(*) AS found
FROM case_events WHERE event_id = 'local-swelling';
