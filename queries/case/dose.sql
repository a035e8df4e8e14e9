-- One row: the dose per injection that the child was given, in mg.
SELECT dose_low_mg::INTEGER AS dose_mg FROM index_report;
