-- One row per age as printed of the counted patients with systemic mastocytosis on 300 mg who are or may be under 18.
-- Beside each: the youngest age, on any dose, that somebody with the disease is printed with or may have. One row where there is none.
SELECT first_age, dose_band, age_low_years, age_high_years, cell_verdict::VARCHAR AS verdict, count(DISTINCT patient_id) AS patients
FROM (SELECT min(greatest(age_low_years, asked_age[1])) AS first_age FROM chosen WHERE counted AND disease = 'systemic')
LEFT JOIN (
    FROM cell_reports JOIN chosen USING (report_id) SELECT * REPLACE (greatest(verdict, cell_verdict) AS cell_verdict)
    WHERE counted AND coalesce(asked_age[1] <= oldest AND asked_age[2] >= youngest, true)
) ON age_band = 'Under 18' AND cell_disease = 'systemic' AND dose_band = '300 mg'
GROUP BY ALL ORDER BY verdict, age_low_years;
