-- One row per counted publication of Table 1 without outcome facts: its patients, beside those of all such publications.
WITH counted AS (
    SELECT publication_id, publication, patient_id, min(verdict) AS verdict
    FROM chosen
    WHERE counted AND publication_id NOT IN (SELECT publication_id FROM study_groups)
    GROUP BY ALL
)
SELECT
    publication, count(*) FILTER (verdict = 'certain') AS certain, count(*) AS at_most, status_note,
    (SELECT count(DISTINCT patient_id) FROM counted WHERE verdict = 'certain') AS all_certain,
    (SELECT count(DISTINCT patient_id) FROM counted) AS all_at_most
FROM counted JOIN publications USING (publication_id)
GROUP BY publication, status_note ORDER BY at_most DESC, publication;
