-- One row per index case: the dose per injection that was given, in mg.
SELECT dose_low_mg::INTEGER AS dose_mg FROM index_report;
