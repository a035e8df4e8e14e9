-- One row per check: the dose of the child, and the body weights that the case prints.
SELECT
    number_text(any_value(low) FILTER (quantity = 'dose')) || ' mg; ' || count_if(quantity LIKE '%weight%')
        || ' body weights printed' AS recomputed,
    'cannot be checked' AS verdict,
    []::INTEGER[] AS affected,
    'index_case: dose; case_events: dose-1' AS rows_of
FROM index_case;
