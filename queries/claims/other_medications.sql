-- One row per check: the first and last daily amount of the two drugs that were kept.
WITH daily AS (
    SELECT
        drug, step, medication_id,
        regexp_extract(dose_printed, '^(\d+) mg', 1)::DOUBLE * CASE WHEN contains(dose_printed, 'twice') THEN 2
            ELSE coalesce(try_cast(regexp_extract(dose_printed, '(\d+)( times)? daily', 1) AS INTEGER), 1) END AS amount
    FROM case_medications WHERE drug IN ('Ketotifen', 'Cromolyn sodium')
),
kept AS (
    SELECT drug, arg_min(amount, step) AS first, arg_max(amount, step) AS last, string_agg(medication_id, ', ' ORDER BY step) AS ids
    FROM daily GROUP BY drug
)
SELECT
    string_agg(lower(drug) || ' from ' || number_text(first) || ' to ' || number_text(last) || ' mg a day', ', ' ORDER BY drug DESC)
        AS recomputed,
    CASE WHEN bool_and(last < first) THEN 'agrees' ELSE 'differs' END AS verdict,
    []::INTEGER[] AS affected,
    'case_medications: ' || string_agg(ids, ', ' ORDER BY drug DESC) AS rows_of
FROM kept;
