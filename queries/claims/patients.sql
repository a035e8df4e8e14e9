-- One row per check: the patients of all printed rows, and with those taken to be reported twice counted once.
WITH counted AS (SELECT sum(patients) AS in_rows FROM table_rows),
once AS (SELECT count(*) AS people FROM patients),
twice AS (SELECT sum(patients) AS pairs FROM same_patients)
SELECT
    in_rows || ' patients in the rows'
        || coalesce('; ' || people || ' if the ' || pairs || ' taken to be reported twice count once', '') AS recomputed,
    in_rows AS found
FROM counted, once, twice;
