-- One row per topic, printed value, side and verdict: how many patient reports; and one heading row per topic.
WITH topics AS (SELECT unnest($topics::VARCHAR[]) AS topic, generate_subscripts($topics::VARCHAR[], 1) AS topic_order),
told AS (
    SELECT
        side, verdict, topic, topic_order,
        CASE topic WHEN 'Dose per injection' THEN dose_low_mg WHEN 'Dosing interval' THEN interval_low_weeks
            WHEN 'Therapy length' THEN therapy_low_months END AS low,
        CASE topic WHEN 'Dose per injection' THEN dose_high_mg WHEN 'Dosing interval' THEN interval_high_weeks
            WHEN 'Therapy length' THEN therapy_high_months END AS high,
        CASE topic
            WHEN 'Dose per injection' THEN range_text(low, high) || ' mg'
            WHEN 'Dosing interval' THEN 'every ' || range_text(low, high) || ' weeks'
            WHEN 'Therapy length' THEN range_text(low, high) || ' months'
            WHEN 'Mastocytosis' THEN disease
            WHEN 'Age is printed as' THEN if(age_low_years = age_high_years, 'an exact age', 'a range only')
            WHEN 'Total IgE' THEN coalesce(array_to_string(ige_directions, ' or '), 'not assessed')
            WHEN 'Tryptase' THEN coalesce(array_to_string(tryptase_directions, ' or '), 'not assessed')
        END AS value
    FROM chosen CROSS JOIN topics WHERE counted
),
counted AS (
    SELECT
        side, topic, topic_order, low, high, value, verdict::VARCHAR AS verdict, enum_code(verdict) AS position, count(*) AS reports,
        coalesce(any_value(count(*)) FILTER (verdict = 'certain') OVER same_line, 0) AS certain, sum(count(*)) OVER same_line AS at_most
    FROM told GROUP BY side, topic, topic_order, low, high, value, verdict WINDOW same_line AS (PARTITION BY side, topic, value)
)
SELECT
    dense_rank() OVER (ORDER BY topic_order, side != '', value = 'not assessed', low, high, value) AS slot,
    topic, value, if(side = '', topic, topic || ': ' || value) AS line, side, verdict, position, reports,
    range_text(certain, at_most) AS bounds, at_most::BIGINT AS at_most
FROM (
    FROM counted
    UNION ALL BY NAME
    SELECT
        '' AS side, topic, topic_order, '' AS value, 'heading' AS verdict, 0 AS position, 0 AS reports, 0 AS certain, 0 AS at_most
    FROM topics
)
ORDER BY slot, side, position;
