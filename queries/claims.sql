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

-- The printed weeks from the last dose to the relapse.
CREATE MACRO weeks_to_relapse() AS (
    SELECT regexp_extract(detail, '(\d+) weeks after', 1)::INTEGER FROM case_events WHERE event_id = 'relapse'
);
