-- One row per check: what became of each antihistamine of the child.
WITH daily AS (
    SELECT
        *, regexp_extract(dose_printed, '^(\d+) mg', 1)::INTEGER * if(contains(dose_printed, 'twice'), 2, 1) AS amount
    FROM case_medications WHERE drug IN ('Cetirizine', 'Ketotifen')
),
courses AS (
    SELECT
        drug, arg_max(ongoing, step) AS goes_on, arg_min(amount, step) AS first, arg_max(amount, step) AS last,
        max(end_high_months) AS months
    FROM daily GROUP BY drug
)
SELECT
    string_agg(lower(drug) || CASE WHEN goes_on THEN ' from ' || first || ' to ' || last || ' mg a day'
        ELSE ' stopped after ' || number_text(months) || ' months (derived)' END, ', ' ORDER BY drug) AS recomputed,
    bool_and(NOT goes_on OR last < first) AS holds
FROM courses;
