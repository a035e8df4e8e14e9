-- One row per mark of the timeline: an event or a medication step, or the heading of a lane or of an episode without a date.
WITH lanes AS (SELECT unnest($lanes) AS heading, generate_subscripts($lanes, 1) AS lane_order),
marks AS (
    SELECT
        coalesce(episode, lane) AS heading, 1 AS depth, * EXCLUDE (axis, end_high),
        coalesce(end_high, start_high) AS end_high,
        -- The events of an episode come and go together.
        if(episode IS NULL, start_low, min(start_low) OVER (PARTITION BY episode)) AS reach_low,
        if(episode IS NULL, coalesce(end_high, start_high), max(start_high) OVER (PARTITION BY episode)) AS reach_high
    FROM case_marks WHERE axis = $axis
),
inside AS (FROM marks JOIN lanes USING (heading) WHERE reach_low < $view_to AND reach_high > $view_from),
headings AS (
    SELECT
        heading, lane_order, 0 AS depth, heading AS id, 'lane' AS kind, heading AS lane, heading AS label, episode,
        if(episode IS NULL, NULL, any_value(reach_low)) AS reach_low, if(episode IS NULL, NULL, any_value(reach_high)) AS reach_high
    FROM inside GROUP BY heading, lane_order, episode
)
SELECT
    row_number() OVER (ORDER BY lane_order, depth, sequence NULLS LAST, printed_order) AS slot,
    id, kind, lane, label, detail, form, precision, how, source, ongoing, end_assumed, start_low, start_high, end_low, end_high,
    -- What of a mark lies in view, for the words beside it.
    greatest(start_low, $view_from) AS seen_from, least(end_high, $view_to) AS seen_to,
    episode, weeks_low AS weeks, weeks_low = weeks_high AS spaced,
    coalesce(time_in_words, 'week ' || number_text(weeks_low)) AS words, reach_low, reach_high,
    first_dose_low_years, first_dose_high_years
FROM (FROM inside UNION ALL BY NAME FROM headings)
ORDER BY slot;
