-- One row per check: the dosing rule that the abstract of the trial gives, and whether it is the dose of Table 1.
SELECT
    any_value(result) AS recomputed,
    -- A rule has no single value, so it is not that dose.
    coalesce(bool_and(value = dose_low_mg AND value = dose_high_mg), false) AS holds
FROM outcomes, patient_reports WHERE outcome_id = 'distler2020-dose' AND publication_id = 'distler2020';
