-- One row per check: the first and last daily amount of the two drugs that were kept.
WITH daily AS (
    SELECT
        drug, step,
        regexp_extract(dose_printed, '^(\d+) mg', 1)::DOUBLE * CASE WHEN contains(dose_printed, 'twice') THEN 2
            ELSE coalesce(try_cast(regexp_extract(dose_printed, '(\d+)( times)? daily', 1) AS INTEGER), 1) END AS amount
    FROM case_medications WHERE drug IN ('Ketotifen', 'Cromolyn sodium')
),
courses AS (SELECT drug, arg_min(amount, step) AS first, arg_max(amount, step) AS last FROM daily GROUP BY drug)
SELECT
    string_agg(
        lower(drug) || ' from ' || number_text(first) || ' to ' || number_text(last) || ' mg a day', ', ' ORDER BY drug DESC
    ) AS recomputed,
    bool_and(last < first) AS holds
FROM courses;
