-- One row per occasion of the symptom score, 0 to 10, with bounds where a value is printed.
SELECT
    occasion, occasion || if(low IS NULL, '|no value printed', '') AS name, occasion_order, low, high, printed, low IS NULL AS unprinted,
    CASE WHEN low IS NULL THEN 'no value printed' ELSE range_text(low, high) END AS value,
    precision, coalesce(how, '') AS how, source
FROM case_measurements WHERE quantity = 'symptom score' ORDER BY occasion_order;
