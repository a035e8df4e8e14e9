-- One row per patient report and side of the filter: a verdict for each filter and over all, and whether it counts.
CREATE OR REPLACE TEMP TABLE chosen AS FROM judged('patient_reports', $filter);
