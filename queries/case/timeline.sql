-- One row per mark of the timeline: an event or a medication step, a lane heading, or the band of the missed dose.
WITH placed AS (FROM case_marks($axis)),
band AS (
    SELECT
        any_value(place) FILTER (id = 'last-before-gap') AS band_from,
        any_value(place) FILTER (id = 'remission') AS band_to
    FROM placed
),
lanes AS (SELECT unnest($lanes) AS lane, generate_subscripts($lanes, 1) AS lane_order),
marks AS (
    SELECT
        lane_order, 1 AS depth, sequence, printed_order, id, kind, lane, label, detail, precision, how, source, ongoing, place, first_dose_years,
        start_low, start_high, end_low, coalesce(end_high, start_high) AS end_high,
        end_high IS NULL AND kind = 'event' AS momentary, greatest(place, end_high) AS reach
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
