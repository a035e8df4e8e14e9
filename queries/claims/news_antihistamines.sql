-- One row per check: what became of each antihistamine of the child.
WITH daily AS (
    SELECT
        *, regexp_extract(dose_printed, '^(\d+) mg', 1)::INTEGER * if(contains(dose_printed, 'twice'), 2, 1) AS amount
    FROM case_medications WHERE drug IN ('Cetirizine', 'Ketotifen')
),
told AS (
    SELECT
        drug, arg_max(ongoing, step) AS kept, arg_min(amount, step) AS first, arg_max(amount, step) AS last,
        max(end_high_months) AS months, string_agg(medication_id, ', ' ORDER BY step) AS ids
    FROM daily GROUP BY drug
)
SELECT
    string_agg(lower(drug) || CASE WHEN kept THEN ' from ' || first || ' to ' || last || ' mg a day'
        ELSE ' stopped after ' || number_text(months) || ' months (derived)' END, ', ' ORDER BY drug) AS recomputed,
    CASE WHEN bool_and(NOT kept OR last < first) THEN 'agrees' ELSE 'differs' END AS verdict,
    []::INTEGER[] AS affected,
    'case_medications: ' || string_agg(ids, ', ' ORDER BY drug) || '; case_events: cetirizine-stop' AS rows_of
FROM told;
