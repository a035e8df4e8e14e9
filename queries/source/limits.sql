-- One row per source: how far its values reach, by quantity with the rule for a slider's stops; its doses; how many there are.
WITH quantities AS (
    SELECT unnest([
        {quantity: 'age', stops: 'whole', low: least(0, age_low_years), high: greatest(100, age_high_years)},
        {quantity: 'dose', stops: 'steps', low: dose_low_mg, high: dose_high_mg},
        {quantity: 'dose_per_4_weeks', stops: 'steps', low: dose_low_mg_per_4_weeks, high: dose_high_mg_per_4_weeks},
        {quantity: 'interval', stops: 'whole', low: interval_low_weeks, high: interval_high_weeks},
        {quantity: 'therapy', stops: 'ladder', low: therapy_low_months, high: therapy_high_months},
        {quantity: 'year', stops: 'whole', low: publication_year, high: publication_year}
    ], recursive := true)
    FROM patient_reports
),
reaches AS (
    SELECT
        quantity, stops, min(low) AS low, max(high) AS high, list(DISTINCT low ORDER BY low) || list(DISTINCT high ORDER BY high) AS ends,
        coalesce(list(DISTINCT high ORDER BY high) FILTER (low < high), []) AS range_ends
    FROM quantities WHERE low IS NOT NULL AND high IS NOT NULL GROUP BY quantity, stops
)
SELECT
    (
        SELECT list({dose: range_text(dose_low_mg, dose_high_mg) || ' mg', first: first, last: last} ORDER BY dose_low_mg, dose_high_mg)
        FROM (
            SELECT dose_low_mg, dose_high_mg, min(dose_lane) AS first, max(dose_lane) AS last
            FROM (FROM patient_reports UNION ALL BY NAME FROM index_report) WHERE dose_low_mg IS NOT NULL GROUP BY ALL
        )
    ) AS doses,
    (SELECT list({quantity: quantity, stops: stops, low: low, high: high, ends: ends, range_ends: range_ends} ORDER BY quantity) FROM reaches) AS reaches,
    count(DISTINCT patient_id) AS patients, count(*) AS reports, count(DISTINCT publication_id) AS publications, count(DISTINCT row) AS rows,
    (SELECT max(n) FROM (SELECT count(*) AS n FROM patient_reports GROUP BY publication_id)) AS largest_publication,
    (SELECT max(n) FROM (SELECT count(*) AS n FROM patient_reports GROUP BY disease)) AS largest_disease,
    (SELECT max(n) FROM (SELECT count(*) AS n FROM patient_reports GROUP BY row)) AS largest_row
FROM patient_reports;
