-- One row per mark of the timeline: an event or a medication step, a lane heading, or the band of the missed dose.
WITH anchor AS (
    -- The middle of the possible ages at the first dose ties the two clocks together.
    SELECT (low + high) / 2 * 12 AS first_dose_months FROM index_case WHERE quantity = 'age at first dose'
),
told AS (
    SELECT event_id AS id, 'event' AS kind, lane, label, detail, clock, sequence, row_number() OVER () AS printed_order,
        start_low_months, start_high_months, end_low_months, end_high_months, ongoing, precision, how, source
    FROM case_events
    UNION ALL BY NAME
    SELECT medication_id AS id, 'medication' AS kind, 'Medication' AS lane,
        drug || CASE
            WHEN length(dose_printed) < 27 THEN ' · ' || dose_printed WHEN dose_printed IS NULL AND step = 1 THEN ''
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
        told.* EXCLUDE (start_low_months, start_high_months, end_low_months, end_high_months, precision),
        CASE WHEN clock = $axis THEN 0 WHEN $axis = 'birth' THEN first_dose_months ELSE -first_dose_months END AS shift,
        CASE WHEN $axis = 'birth' THEN 12 ELSE 1 END AS months_per_unit,
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
),
band AS (
    SELECT
        any_value(place) FILTER (id = 'last-before-gap') AS band_from,
        any_value(place) FILTER (id = 'remission') AS band_to
    FROM placed
),
lanes AS (SELECT unnest($lanes) AS lane, generate_subscripts($lanes, 1) AS lane_order),
marks AS (
    SELECT
        lane_order, 1 AS depth, sequence, printed_order, id, kind, lane, label, detail, precision, how, source, ongoing, place,
        start_low, start_high, end_low, coalesce(end_high, start_high) AS end_high,
        end_high IS NULL AS momentary, greatest(place, end_high) AS reach
    FROM placed JOIN lanes USING (lane)
    WHERE start_low <= $view_to AND coalesce(end_high, start_high) >= $view_from
),
headings AS (
    SELECT DISTINCT lane_order, 0 AS depth, lane AS id, 'lane' AS kind, lane, lane AS label, $view_from AS place FROM marks
)
SELECT
    row_number() OVER (ORDER BY lane_order, depth, sequence NULLS LAST, printed_order) AS slot,
    * EXCLUDE (lane_order, depth, sequence, printed_order)
FROM (FROM marks UNION ALL BY NAME FROM headings) CROSS JOIN band
ORDER BY slot;
