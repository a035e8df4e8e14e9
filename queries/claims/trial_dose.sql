-- One row per check: the dosing rule that the abstract of the trial gives.
SELECT
    result AS recomputed,
    CASE WHEN contains(result, dose_printed) THEN 'agrees' ELSE 'differs' END AS verdict,
    [row] AS affected,
    'outcomes: ' || outcome_id AS rows_of
FROM outcomes, table_rows WHERE outcome_id = 'distler2020-dose' AND publication_id = 'distler2020';
