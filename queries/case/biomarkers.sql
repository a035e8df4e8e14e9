-- One row per printed value of one biomarker, with the normal limit where one is printed.
SELECT
    occasion, occasion_order,
    -- The later values of total IgE are printed as multiples of the baseline, which is once itself.
    CASE unit WHEN 'kU/l' THEN 1 ELSE low END AS value,
    CASE unit WHEN 'kU/l' THEN 'times baseline' ELSE unit END AS unit,
    -- In one form for all values of a biomarker; what is printed may have another.
    CASE unit
        WHEN 'times baseline' THEN '× ' || number_text(low) WHEN 'kU/l' THEN 'baseline, ' || number_text(low) || ' kU/l'
        ELSE number_text(low) || ' ' || unit
    END AS shown,
    printed, statistic, statistic = 'upper normal limit' AS is_limit, precision, coalesce(how, '') AS how, source
FROM case_measurements
WHERE quantity = $biomarker AND low IS NOT NULL
ORDER BY occasion_order;
