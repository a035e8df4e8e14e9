-- One row per check: the side effects that the body of the paper tells of.
SELECT
    count(*) || ' in the body (' || lower(string_agg(split_part(label, ',', 1), ', ')) || ')' AS recomputed,
    agreement(stated_number('side_effects_of_child'), count(*), 0) AS verdict,
    []::INTEGER[] AS affected,
    'case_events: no-side-effects, local-swelling' AS rows_of
FROM case_events WHERE event_id = 'local-swelling';
