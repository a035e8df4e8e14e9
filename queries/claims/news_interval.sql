-- One row per check: the weeks between two doses of the child, at first and later.
SELECT
    number_text(low) || ' weeks, later ' || number_text(high) AS recomputed,
    low AS found
FROM index_case WHERE quantity = 'interval';
