-- One row per check: the dosing rule that the abstract of the trial gives.
SELECT result AS recomputed, contains(result, dose_printed) AS holds
FROM outcomes, table_rows WHERE outcome_id = 'distler2020-dose' AND publication_id = 'distler2020';
