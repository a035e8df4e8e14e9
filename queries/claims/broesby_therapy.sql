-- One row per check: the range of therapy lengths that the abstract of reference 27 gives.
WITH told AS (
    SELECT outcome_id, result, regexp_extract(result, '\((\d+)–(\d+)\)', ['low', 'high']) AS length
    FROM outcomes WHERE outcome_id = 'broesbyolsen2018-duration'
)
SELECT
    'median and range ' || any_value(result) AS recomputed,
    CASE WHEN min(therapy_low_months) = any_value(length.low)::DOUBLE
        THEN agreement(stated_number('broesby_therapy'), any_value(length.high)::DOUBLE, 0) ELSE 'differs' END AS verdict,
    list(DISTINCT row) AS affected,
    'outcomes: ' || any_value(outcome_id) AS rows_of
FROM told, patient_reports WHERE publication_id = 'broesbyolsen2018';
