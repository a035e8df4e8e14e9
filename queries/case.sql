-- Every event and medication step of the case on one axis: months from the first dose, or years from birth.
CREATE MACRO case_marks(axis) AS TABLE
WITH anchor AS (
    -- The middle of the possible ages at the first dose ties the two clocks together.
    -- Completed years 9 to 10 reach from the ninth birthday to just before the eleventh.
    SELECT (low + high + 1) / 2 * 12 AS first_dose_months FROM index_case WHERE quantity = 'age at first dose'
),
told AS (
    SELECT event_id AS id, 'event' AS kind, lane, label, detail, clock, sequence, row_number() OVER () AS printed_order,
        start_low_months, start_high_months, end_low_months, end_high_months, ongoing, precision, how, source
    FROM case_events
    UNION ALL BY NAME
    SELECT medication_id AS id, 'medication' AS kind, 'Medication' AS lane,
        drug || CASE
            WHEN length(dose_printed) < 27 THEN ' · ' || dose_printed
            WHEN end_high_months IS NULL THEN ' · end not printed'
            ELSE ' · step ' || step
        END AS label,
        concat_ws(' · ', dose_printed, route, change) AS detail,
        'first dose' AS clock, NULL AS sequence, row_number() OVER () AS printed_order,
        start_low_months, start_high_months, end_low_months, end_high_months, ongoing,
        CASE WHEN 'order only' IN (start_precision, end_precision) THEN 'order only' ELSE start_precision END AS precision,
        how, source
    FROM case_medications
),
shifted AS (
    SELECT
        told.* EXCLUDE (start_low_months, start_high_months, end_low_months, end_high_months, precision, how),
        concat_ws(' ', how, CASE WHEN clock != axis THEN
            'Converted with the first dose at ' || number_text(first_dose_months / 12) || ' years of age.' END) AS how,
        first_dose_months / 12 AS first_dose_years,
        CASE WHEN clock = axis THEN 0 WHEN axis = 'birth' THEN first_dose_months ELSE -first_dose_months END AS shift,
        CASE WHEN axis = 'birth' THEN 12 ELSE 1 END AS months_per_unit,
        (start_low_months + shift) / months_per_unit AS start_low, (start_high_months + shift) / months_per_unit AS start_high,
        (end_low_months + shift) / months_per_unit AS end_low, (end_high_months + shift) / months_per_unit AS end_high,
        CASE WHEN shift != 0 AND precision = 'stated' THEN 'derived' ELSE precision END AS precision
    FROM told CROSS JOIN anchor
),
narrowed AS (
    -- What is known of the order narrows the place of a mark, never its printed bounds.
    SELECT
        *,
        greatest(start_low, max(start_low) OVER (ORDER BY sequence)) AS place_low,
        least(start_high, min(start_high) OVER (ORDER BY sequence DESC)) AS place_high
    FROM shifted WHERE sequence IS NOT NULL
    UNION ALL BY NAME
    SELECT *, start_low AS place_low, start_high AS place_high FROM shifted WHERE sequence IS NULL
),
ranked AS (
    SELECT *, CASE WHEN sequence IS NULL THEN 1 ELSE dense_rank() OVER same_limit END AS rank
    FROM narrowed WINDOW same_limit AS (PARTITION BY place_high, place_low < place_high, sequence IS NULL ORDER BY sequence)
),
placed AS (
    -- Events that share a limit keep their order, evenly apart.
    SELECT
        *,
        place_low + (place_high - place_low) * rank
            / (1 + max(rank) OVER (PARTITION BY place_high, place_low < place_high, sequence IS NULL)) AS place
    FROM ranked
)
SELECT * FROM placed;
