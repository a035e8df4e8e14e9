-- One row per check: the range of therapy lengths that the abstract of reference 27 gives.
WITH abstract AS (
    SELECT result, regexp_extract(result, '\((\d+)–(\d+)\)', ['low', 'high']) AS length
    FROM outcomes WHERE outcome_id = 'broesbyolsen2018-duration'
)
SELECT
    'median and range ' || any_value(result) AS recomputed,
    any_value(length.high)::DOUBLE AS found,
    min(therapy_low_months) = any_value(length.low)::DOUBLE AS holds
FROM abstract, patient_reports WHERE publication_id = 'broesbyolsen2018';
