-- One row per check: the form of systemic mastocytosis that the paper diagnoses.
WITH diagnosis AS (SELECT lower(split_part(detail, ':', 1)) AS form FROM case_events WHERE event_id = 'systemic-mastocytosis')
SELECT form AS recomputed, contains(form, $stated_words) AS holds FROM diagnosis;
