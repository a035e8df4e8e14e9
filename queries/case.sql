-- Every event and medication step of the case in months from the first dose.
CREATE TABLE case_marks AS
WITH anchor AS (
    -- The possible ages at the first dose tie the two clocks together: completed years 9 to 10 reach from the ninth birthday
    -- to just before the eleventh. What is told in ages is therefore known two years less well.
    SELECT
        low AS first_dose_low_years, high AS first_dose_high_years, precision AS anchor_precision,
        -(high + 1) * 12 AS shift_low, -low * 12 AS shift_high
    FROM index_case WHERE quantity = 'age at first dose'
),
told AS (
    SELECT event_id AS id, 'event' AS kind, label, detail, clock, sequence, end_sequence, row_number() OVER () AS printed_order,
        form, start_low_months, start_high_months, end_low_months, end_high_months, ongoing,
        episode, weeks_low, weeks_high, time_in_words, precision, how, source
    FROM case_events
    UNION ALL BY NAME
    SELECT medication_id AS id, 'medication' AS kind,
        drug || CASE
            WHEN length(dose_printed) < 27 THEN ' · ' || dose_printed
            WHEN end_high_months IS NULL THEN ' · end not printed'
            WHEN dose_printed IS NOT NULL THEN ' · step ' || step
            ELSE ''
        END AS label,
        concat_ws(' · ', dose_printed, route, change) AS detail,
        'first dose' AS clock, NULL AS sequence, row_number() OVER () AS printed_order,
        'lasting' AS form, start_low_months, start_high_months, end_low_months, end_high_months, ongoing,
        CASE
            WHEN 'assumed' IN (start_precision, end_precision) THEN 'assumed'
            WHEN 'order only' IN (start_precision, end_precision) THEN 'order only'
            ELSE start_precision
        END AS precision,
        end_precision = 'assumed' AS end_assumed,
        how, source
    FROM case_medications
),
converted AS (
    SELECT
        told.* EXCLUDE (start_low_months, start_high_months, end_low_months, end_high_months, precision, how),
        first_dose_low_years, first_dose_high_years,
        concat_ws(' ', how, CASE WHEN clock = 'birth' THEN
            'Converted with the first dose at ' || number_text(first_dose_low_years) || ' or '
            || number_text(first_dose_high_years) || ' years of age.' END) AS how,
        if(clock = 'birth', anchor_precision, precision) AS precision,
        start_low_months + if(clock = 'birth', shift_low, 0) AS start_low,
        start_high_months + if(clock = 'birth', shift_high, 0) AS start_high,
        end_low_months + if(clock = 'birth', shift_low, 0) AS end_low,
        end_high_months + if(clock = 'birth', shift_high, 0) AS end_high
    FROM told CROSS JOIN anchor
),
ordered AS (
    -- What is known of the order narrows the bounds.
    SELECT
        * REPLACE (
            greatest(start_low, max(start_low) OVER earlier) AS start_low,
            least(start_high, min(start_high) OVER later) AS start_high
        )
    FROM converted WHERE sequence IS NOT NULL
    WINDOW
        earlier AS (ORDER BY sequence RANGE BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW EXCLUDE GROUP),
        later AS (ORDER BY sequence RANGE BETWEEN CURRENT ROW AND UNBOUNDED FOLLOWING EXCLUDE GROUP)
)
SELECT
    * EXCLUDE (end_sequence) REPLACE (
        least(end_high, (
            SELECT max(start_high) FROM ordered WHERE ordered.sequence = marks.end_sequence
        )) AS end_high
    )
FROM (FROM ordered UNION ALL FROM converted WHERE sequence IS NULL) AS marks;
