-- One row per check: the patients whose printed age is under 18 years, one by one and as a group.
WITH straddling AS (
    -- If a range is that of its patients, somebody stands at each end: at least one is under 18 and at least one is not.
    SELECT publication_id, age_low_years, age_high_years, count(DISTINCT patient_id) AS patients
    FROM patient_reports WHERE age_low_years <= 17 AND age_high_years > 17 GROUP BY ALL
),
counted AS (
    SELECT count_if(verdict = 'certain') AS certain, count_if(verdict = 'possible') AS possible FROM patients_aged(0, 17)
)
SELECT
    up_to_text(certain, possible) || ', by printed age'
        || coalesce('; ' || range_text(certain + count(age_low_years), certain + sum(patients) - count(age_low_years)) || ' if '
            || string_agg(range_text(age_low_years, age_high_years) || ' is the range of these ' || patients || ' patients', ' and '),
        '') AS recomputed,
    certain AS found
FROM counted LEFT JOIN straddling ON true GROUP BY certain, possible;
