-- One row per check: the time from the diagnosis of systemic mastocytosis to the first dose.
SELECT
    number_text(first.start_low_months - diagnosis.start_low_months)
        || ' months from the diagnosis of systemic mastocytosis' AS recomputed
FROM case_events AS diagnosis, case_events AS first
WHERE diagnosis.event_id = 'systemic-mastocytosis' AND first.event_id = 'dose-1';
