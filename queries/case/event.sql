-- One row per event or medication step of a key, or per biomarker: what is known of it, how well, and where the paper says so.
SELECT DISTINCT label, detail, precision, how, source FROM case_story WHERE id = $event AND kind IN ('mark', 'word');
