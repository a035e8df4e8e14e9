-- The number that a statement of the paper gives, and a limit from elsewhere that it is held against.
CREATE MACRO stated_number(claim) AS (SELECT stated_value FROM claims WHERE claim_id = claim);
CREATE MACRO threshold_of(claim) AS (SELECT threshold FROM claims WHERE claim_id = claim);

-- The verdict on a stated number beside the one found: equal as it is, or once rounded to so many decimals (-1 is tens).
CREATE MACRO agreement(said, found, decimals) AS CASE
    WHEN said IS NULL OR found IS NULL THEN 'cannot be checked'
    WHEN found = said THEN 'agrees'
    WHEN round(found, decimals) = said THEN 'agrees within rounding'
    ELSE 'differs'
END;

-- A printed measurement of the child, by its key.
CREATE MACRO measured(asked) AS (SELECT low FROM case_measurements WHERE measurement_id = asked);

-- One row per patient with the best verdict of the reports on an age in completed years.
CREATE MACRO patients_aged(first_age, last_age) AS TABLE
SELECT patient_id, any_value(disease) AS disease, min(verdict_of_range(age_low_years, age_high_years, [first_age, last_age]::DOUBLE[])) AS verdict
FROM patient_reports GROUP BY patient_id;
