-- One row per printed fact of the child that is laid over the models: a multiple of total IgE, or weeks since an injection.
SELECT
    measurement_id AS key, low AS value, unit, precision, printed AS label, source,
    -- Months become weeks again: 30.44 days a month.
    round(since_first_dose_low_months * 30.44 / 7) AS from_week, round(since_first_dose_high_months * 30.44 / 7) AS to_week
FROM case_measurements WHERE quantity = 'total IgE' AND unit = 'times baseline' AND low IS NOT NULL
UNION ALL
SELECT fact_id, value, unit, 'stated', detail, source, NULL, NULL FROM case_facts WHERE fact_id IN ('relapse-weeks', 'interval-now')
UNION ALL
SELECT measurement_id, low, unit, precision, printed, source, NULL, NULL FROM case_measurements WHERE measurement_id = 'ige-before'
UNION ALL
SELECT quantity, low, unit, precision, how, source, NULL, NULL FROM index_case WHERE quantity IN ('dose', 'interval');
