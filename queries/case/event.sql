-- One row per event or medication step of a key, or per biomarker: what is known of it, when by its own clock, how well, and where.
WITH told AS (
    SELECT event_id AS id, label, detail, clock, form, start_low_months AS low, coalesce(end_high_months, start_high_months) AS high,
        time_in_words, precision, how, source
    FROM case_events
    UNION ALL BY NAME
    SELECT id, label, detail, 'first dose' AS clock, form, start_low AS low, end_high AS high, precision, how, source
    FROM case_marks WHERE kind = 'medication'
    UNION ALL BY NAME
    SELECT id, label, detail, 'none' AS clock, precision, how, source FROM case_story WHERE kind = 'word'
)
SELECT
    label, detail, precision, how, source,
    coalesce(time_in_words, CASE
        WHEN form NOT IN ('moment', 'lasting') THEN NULL
        WHEN clock = 'birth' THEN 'at ' || range_text(low, high) || ' months of age'
        WHEN clock = 'first dose' THEN
            replace(if(low = high, 'month ', 'months ' || number_text(low) || ' to ') || number_text(high), '-', '−')
            || ' from the first dose'
    END) AS time
FROM told WHERE id = $event;
