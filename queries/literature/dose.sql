-- One row per dose and therapy length that a table row prints, with how many patient reports share both.
WITH courses AS (
    SELECT
        row, publication, disease, verdict, possible_counts, count(*) AS reports,
        dose_low_mg, dose_high_mg, therapy_low_months, therapy_high_months, dose, therapy,
        any_value(source) AS source
    FROM chosen
    GROUP BY ALL
),
-- Courses of the same dose are numbered from the middle, so that the chart can move them apart.
placed AS (
    SELECT
        *,
        row_number() OVER same_dose - (count(*) OVER (PARTITION BY dose_low_mg, dose_high_mg) + 1) / 2 AS step
    FROM courses
    WINDOW same_dose AS (PARTITION BY dose_low_mg, dose_high_mg ORDER BY row, therapy_low_months)
)
SELECT
    row, publication, disease, verdict::VARCHAR AS verdict, enum_code(verdict) AS position, reports,
    dose_low_mg, dose_high_mg, therapy_low_months, therapy_high_months,
    dose_low_mg = dose_high_mg AS exact_dose, therapy_low_months = therapy_high_months AS exact_therapy,
    dose, therapy,
    step, source
FROM placed
WHERE (verdict != 'possible' OR possible_counts) AND (verdict NOT IN ('excluded', 'not reported') OR $excluded)
UNION ALL BY NAME
SELECT
    0 AS row, publication, disease, 'child' AS verdict, -1 AS position, 1 AS reports,
    dose_low_mg, dose_high_mg, therapy_low_months, therapy_high_months, true AS exact_dose, true AS exact_therapy,
    dose, therapy, 0 AS step, source
FROM index_report WHERE $child
ORDER BY position DESC, row, therapy_low_months;
