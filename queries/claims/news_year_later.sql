-- One row per check: the time to the first dose from the diagnosis, and from the flares told just before.
WITH since AS (
    SELECT earlier.event_id, first.start_low_months - earlier.start_high_months AS low,
        first.start_low_months - earlier.start_low_months AS high
    FROM case_events AS earlier, case_events AS first
    WHERE earlier.event_id IN ('systemic-mastocytosis', 'flares') AND first.event_id = 'dose-1'
)
SELECT
    any_value(range_text(low, high)) FILTER (event_id != 'flares') || ' months from the diagnosis of systemic mastocytosis, '
        || any_value(range_text(low, high)) FILTER (event_id = 'flares') || ' from the flares' AS recomputed,
    -- Which of the two is meant is open, so only one answer to both is an answer.
    if(min(low) = max(high), max(high), NULL) AS found
FROM since;
