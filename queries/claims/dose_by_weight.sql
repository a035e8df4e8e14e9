-- One row per check: the dose of the child, and the body weights that the case prints.
SELECT
    number_text(any_value(low) FILTER (quantity = 'dose')) || ' mg; ' || count_if(quantity LIKE '%weight%')
        || ' body weights printed' AS recomputed
FROM index_case;
