-- One row per check: the symptoms named of which a finding was read, and what reference 27 tells of one.
WITH named AS (SELECT unnest(string_split($stated_words, ', ')) AS symptom)
SELECT
    count(DISTINCT domain) || ' of ' || count(DISTINCT symptom) || ' told in the abstracts read (' || string_agg(DISTINCT domain, ', ')
        || '); ' || any_value(label || ': ' || result) FILTER (outcome_id = 'broesbyolsen2018-gastrointestinal') AS recomputed,
    CASE
        WHEN bool_or(direction != 'improved') THEN false
        WHEN count(DISTINCT domain) = count(DISTINCT symptom) THEN true
    END AS holds
FROM named
LEFT JOIN outcomes ON domain = symptom LEFT JOIN study_groups USING (group_id) LEFT JOIN publications USING (publication_id);
