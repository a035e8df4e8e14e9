-- What the statements of the paper are checked with.

-- The verdict on a stated number beside the one found: equal as it is, or once rounded to so many decimals (-1 is tens).
CREATE MACRO agreement(stated, found, decimals) AS CASE
    WHEN stated IS NULL OR found IS NULL THEN 'cannot be checked'
    WHEN found = stated THEN 'agrees'
    WHEN round(found, decimals) = stated THEN 'agrees within rounding'
    ELSE 'differs'
END;

-- Whether more than half of all are something, given how many certainly and how many possibly are; NULL where it is open.
CREATE MACRO most(certain, possible, everyone) AS
    CASE WHEN certain > everyone / 2 THEN true WHEN certain + possible <= everyone / 2 THEN false END;

-- One row per patient with the best verdict of the reports on an age in completed years.
CREATE MACRO patients_aged(first_age, last_age) AS TABLE
SELECT
    patient_id, any_value(disease) AS disease,
    min(verdict_of_range(age_low_years, age_high_years, [first_age, last_age]::DOUBLE[])) AS verdict
FROM patient_reports GROUP BY patient_id;

-- A time of the case in months, to a tenth.
CREATE MACRO months_text(low, high) AS range_text(round(low, 1), round(high, 1));

-- A printed measurement of the child, by its key.
CREATE MACRO measured(measurement) AS (SELECT low FROM case_measurements WHERE measurement_id = measurement);

-- The numbered doses given before an event of the case, by its key.
CREATE MACRO doses_before(event) AS (
    SELECT count(*) FROM case_events AS dose JOIN case_events AS reached ON dose.start_high_months <= reached.start_low_months
    WHERE dose.event_id LIKE 'dose-%' AND reached.event_id = event
);

-- A printed fact of the case, by its key.
CREATE MACRO printed_number(key) AS (SELECT value FROM case_facts WHERE fact_id = key);
CREATE MACRO printed_word(key) AS (SELECT words FROM case_facts WHERE fact_id = key);

-- The milligrams of a day that a printed dose gives, such as "250 mg, 4 times daily"; NULL where it prints none.
CREATE MACRO daily_mg(dose) AS try_cast(regexp_extract(dose, '^(\d+) mg', 1) AS DOUBLE)
    * if(contains(dose, 'twice'), 2, coalesce(try_cast(regexp_extract(dose, '(\d+)( times)? daily', 1) AS INTEGER), 1));

-- One row per drug of the child: its first and last daily milligrams, and what became of it, as far as it is told.
CREATE MACRO drug_courses() AS TABLE
SELECT
    drug, arg_min(daily_mg(dose_printed), step) AS first, arg_max(daily_mg(dose_printed), step) AS last,
    max(end_high_months) AS months, arg_max(ongoing, step) AS goes_on,
    CASE
        WHEN arg_max(end_precision, step) = 'not printed' THEN 'end not printed'
        WHEN NOT goes_on THEN 'stopped'
        WHEN last < first THEN 'reduced'
        ELSE 'not reduced'
    END AS fate
FROM case_medications GROUP BY drug;

-- The minor criteria of the child as the cited rule counts them: the markers on mast cells are one of their own.
CREATE MACRO minor_by_rule() AS (
    SELECT count(DISTINCT event_id) FROM (
        SELECT event_id FROM case_events WHERE event_id LIKE 'minor-%'
        UNION ALL SELECT fact FROM case_facts WHERE fact = 'marker on mast cells' AND words IN ('CD2', 'CD25')
    )
);
