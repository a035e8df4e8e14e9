-- One row per check: the patients of both rows of reference 29, and of the unnamed cohort of a review.
SELECT
    sum(table_rows.patients) || ' patients in ' || count(*) || ' rows; ' || any_value(outcomes.patients)
        || ' adults in an unnamed cohort of a review' AS recomputed
FROM table_rows, outcomes WHERE publication_id = 'lemal2019' AND outcome_id = 'jendoubi2020-cohort-large';
