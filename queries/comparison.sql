-- What two sides are compared by: the lines of a profile, one per value as printed, and the properties that patients share.

-- One row per topic, as its heading, and per value that the table prints of it, in the order of reading.
CREATE TABLE profile_lines AS
WITH topics AS (
    SELECT topic, row_number() OVER () AS topic_order
    FROM (VALUES ('Dose per injection'), ('Dosing interval'), ('Therapy length'), ('Mastocytosis'), ('Age is printed as'),
        ('Total IgE'), ('Tryptase')) AS topics (topic)
),
printed AS (
    SELECT
        report_id, topic, topic_order,
        CASE topic WHEN 'Dose per injection' THEN dose_low_mg WHEN 'Dosing interval' THEN interval_low_weeks
            WHEN 'Therapy length' THEN therapy_low_months END AS low,
        CASE topic WHEN 'Dose per injection' THEN dose_high_mg WHEN 'Dosing interval' THEN interval_high_weeks
            WHEN 'Therapy length' THEN therapy_high_months END AS high,
        coalesce(CASE topic
            WHEN 'Dose per injection' THEN range_text(low, high) || ' mg'
            WHEN 'Dosing interval' THEN 'every ' || range_text(low, high) || ' weeks'
            WHEN 'Therapy length' THEN range_text(low, high) || ' months'
            WHEN 'Mastocytosis' THEN disease
            WHEN 'Age is printed as' THEN if(age_low_years = age_high_years, 'an exact age', 'a range only')
            WHEN 'Total IgE' THEN coalesce(array_to_string(ige_directions, ' or '), 'not assessed')
            WHEN 'Tryptase' THEN coalesce(array_to_string(tryptase_directions, ' or '), 'not assessed')
        END, 'not reported') AS value
    FROM patient_reports CROSS JOIN topics
)
SELECT
    dense_rank() OVER (ORDER BY topic_order, value != '', value IN ('not assessed', 'not reported'), low, high, value)::INTEGER AS slot,
    topic, value, if(value = '', topic, topic || ': ' || value) AS line, reports
FROM (
    SELECT topic, topic_order, low, high, value, list(report_id) AS reports FROM printed GROUP BY ALL
    UNION ALL BY NAME
    SELECT topic, topic_order, '' AS value, []::VARCHAR[] AS reports FROM topics
);

-- One row per patient report and line that it stands in.
CREATE TABLE report_lines AS SELECT unnest(reports) AS report_id, slot, topic, value, line FROM profile_lines;

-- One row per patient report and property that patients are compared by: every answer the report leaves open, and the one wanted.
-- What does not apply to a report has no row.
CREATE TABLE report_properties AS
SELECT report_id, slot, property, list_contains(open, wanted) AS may_have, open = [wanted] AS has
FROM (
    SELECT report_id, unnest([
        {slot: 1, property: 'Cutaneous mastocytosis', open: [disease], wanted: 'cutaneous'},
        {slot: 2, property: 'Dose of exactly 300 mg', wanted: '300',
            open: CASE WHEN dose_low_mg = 300 AND dose_high_mg = 300 THEN ['300']
                WHEN dose_low_mg <= 300 AND dose_high_mg >= 300 THEN ['300', 'another'] ELSE ['another'] END},
        {slot: 3, property: 'Total IgE assessed', open: [if(ige_directions IS NULL, 'no', 'yes')], wanted: 'yes'},
        {slot: 4, property: 'Total IgE up, where assessed', open: ige_directions, wanted: 'up'},
        {slot: 5, property: 'Tryptase assessed', open: [if(tryptase_directions IS NULL, 'no', 'yes')], wanted: 'yes'},
        {slot: 6, property: 'Tryptase unchanged, where assessed', open: tryptase_directions, wanted: 'unchanged'}
    ], recursive := true)
    FROM patient_reports
) WHERE open IS NOT NULL;
