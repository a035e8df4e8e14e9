-- Every row that the timeline may draw: marks in their closed track (depth 0) and in a line of their own once it is open
-- (depth 1), lines of tracks, what the blood showed, places where the paper tells two stories, and milestones of a life.
CREATE TABLE case_story AS
WITH marks AS (
    SELECT
        case_marks.* EXCLUDE (kind, end_high, time_in_words), homes.* EXCLUDE (id),
        coalesce(end_high, start_high) AS end_high, dose_printed, daily,
        CASE
            WHEN id = 'missed-dose' THEN 'drug'
            WHEN track = 'Omalizumab' OR id IN ('last-before-gap', 're-start') THEN 'omalizumab'
            WHEN id IN (
                'flares', 'relapse', 'score-before', 'life-disrupted', 'first-line-failure', 'anaphylaxis', 'mild-symptoms'
            ) THEN 'symptoms'
            WHEN track IN ('Symptoms', 'Safety', 'Missed dose', 'Blood') THEN 'none'
            WHEN track = 'Earlier' THEN 'earlier' ELSE 'drug'
        END AS tone,
        -- As high as the daily dose where one is printed.
        if(id = 'flares', 44, coalesce(18 * daily / max(daily) OVER (PARTITION BY track), 12))::DOUBLE AS tall,
        coalesce(time_in_words, if(weeks_low IS NULL, NULL, 'week ' || number_text(weeks_low))) AS time_words,
        weeks_low AS weeks, weeks_low = weeks_high AS spaced
    FROM case_marks JOIN case_homes AS homes USING (id)
    LEFT JOIN (SELECT medication_id AS id, dose_printed, daily_mg(dose_printed) AS daily FROM case_medications) USING (id)
),
reach AS (SELECT min(start_low) AS reach_low, max(start_high) AS reach_high FROM marks WHERE episode IS NOT NULL),
placed AS (
    SELECT
        'mark' AS kind, 0 AS depth, marks.* REPLACE (
            -- Told by the words below the injections.
            if(id = 'injections', 'absence', form) AS form,
            shift + if(daily IS NULL, 0, (18 - tall) / 2) AS shift,
            if(words = 'dose', dose_printed, words) AS words,
            if(short = 'dose', dose_printed, short) AS short
        )
    FROM marks WHERE line IS NOT NULL
    UNION ALL BY NAME
    SELECT
        'mark' AS kind, 1 AS depth, marks.* REPLACE (
            lines + row_number() OVER (PARTITION BY track ORDER BY start_low, sequence NULLS LAST, printed_order) AS line,
            0 AS shift, 9.0 AS tall
        )
    FROM marks JOIN case_tracks USING (track)
)
SELECT
    kind, depth, id, track, line, coalesce(shift, 0)::DOUBLE AS shift, tone, tall,
    -- A dose that was reduced step by step is known for no time of its own: only that the drug was still taken.
    if(id = 'cetirizine' AND depth = 0, 4, tall) AS sure_tall,
    if(id = 'cetirizine' AND depth = 0, 7, shift)::DOUBLE AS sure_shift,
    label, detail, form, precision, how, source, ongoing, end_assumed,
    start_low, start_high, end_low, end_high, words, coalesce(short, '') AS short, side,
    CASE anchor WHEN 'start_low' THEN start_low WHEN 'start_high' THEN start_high WHEN 'end_high' THEN end_high END AS at,
    anchor = 'view' AS at_view,
    weeks, coalesce(lag(weeks) OVER (PARTITION BY episode, depth ORDER BY sequence), 0) AS weeks_before, spaced,
    time_words, if(episode IS NULL, NULL, reach_low) AS reach_low, if(episode IS NULL, NULL, reach_high) AS reach_high,
    if(episode IS NULL, NULL, row_number() OVER (PARTITION BY episode, depth ORDER BY sequence))::INTEGER AS place,
    milestone::INTEGER AS milestone, milestone_words, first_dose_low_years, first_dose_high_years
FROM placed CROSS JOIN reach LEFT JOIN (VALUES
    ('lesions', 0, 'skin lesions from the second month'),
    ('cutaneous-mastocytosis', 1, 'cutaneous mastocytosis at 12 months'),
    ('regression', 2, 'lesions regress at 5 years'), ('referral', 3, 'referral at 8 years'),
    ('systemic-mastocytosis', 4, 'systemic mastocytosis'), ('dose-1', 5, 'first dose')
) AS milestones (id, milestone, milestone_words) USING (id)
UNION ALL BY NAME
SELECT 'track' AS kind, 0 AS depth, track AS id, track, 1 AS line, track AS label, note AS words, events::INTEGER AS events
FROM case_tracks
UNION ALL BY NAME
SELECT 'space' AS kind, 0 AS depth, track, unnest(range(2, lines + 1))::INTEGER AS line FROM case_tracks
UNION ALL BY NAME
SELECT
    'word' AS kind, 0 AS depth, quantity AS id, 'Blood' AS track, any_value(line) AS line,
    any_value(shift)::DOUBLE AS shift, 'none' AS tone,
    any_value(label) AS label, 'left' AS side, 0 AS at,
    string_agg(occasion || ': ' || printed, '; ' ORDER BY occasion_order) AS detail,
    format(any_value(long), number_text(arg_min(low, occasion_order)), number_text(arg_max(low, occasion_order))) AS words,
    format(any_value(brief), number_text(arg_min(low, occasion_order)), number_text(arg_max(low, occasion_order))) AS short,
    'order only' AS precision, 'Printed values in their order, without dates.' AS how, any_value(source) AS source
FROM case_measurements JOIN (VALUES
    ('tryptase', 'Tryptase', 1, -3, 'median', 'tryptase {} → {} ng/ml (medians)', 'tryptase {} → {} ng/ml'),
    ('total IgE', 'Total IgE', 1, 13, 'multiple of baseline', 'total IgE × {} after the first dose, then × {}',
    'IgE × {}, then × {}'),
    ('KIT D816V allele burden', 'KIT D816V', 2, 5, 'single value', 'KIT D816V {} → {} % of alleles', 'KIT {} → {} %')
) AS said (quantity, label, line, shift, statistic, long, brief) USING (quantity, statistic)
WHERE low IS NOT NULL GROUP BY quantity
UNION ALL BY NAME
-- Beside the name of the track that they are about.
SELECT
    'conflict' AS kind, 0 AS depth, conflict_id AS id, coalesce(track, 'Blood') AS track, 1 AS line, topic AS label,
    explanation AS detail,
    case_conflicts.source, coalesce(lines, 1)::INTEGER AS lines,
    (row_number() OVER (PARTITION BY track ORDER BY case_conflicts.rowid))::INTEGER AS place
FROM case_conflicts
LEFT JOIN case_facts ON fact_id = row_a
LEFT JOIN case_homes ON case_homes.id = if(table_a = 'case_facts', if(table_b = 'case_medications', row_b, event_id), row_a)
LEFT JOIN case_tracks USING (track);
