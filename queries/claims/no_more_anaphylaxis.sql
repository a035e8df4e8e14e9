-- One row per check: the episodes before the first dose, and those to be expected at their rate during treatment.
WITH reach AS (
    SELECT
        any_value(low) FILTER (quantity = 'age at first dose') AS years,
        any_value(high) FILTER (quantity = 'age at first dose') AS high,
        any_value(low) FILTER (quantity = 'therapy length') AS months
    FROM index_case
),
episodes AS (
    SELECT count(*) AS before, (SELECT max(value) FROM case_facts WHERE fact = 'further anaphylactic episodes') AS later
    FROM case_events WHERE event_id = 'anaphylaxis'
)
SELECT
    before || ' episode in the first ' || range_text(years, high) || ' years; at that rate at most '
        || round(before * months / (12 * years), 1) || ' in ' || number_text(months) || ' months' AS recomputed,
    CASE WHEN later > $stated::DOUBLE THEN false WHEN before * months / (12 * years) >= $threshold THEN true END AS holds
FROM reach, episodes;
