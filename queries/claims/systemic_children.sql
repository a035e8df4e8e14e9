-- One row per check: the systemic patients under 18, by mark and by printed age.
WITH marked AS (
    SELECT coalesce(sum(patients), 0) AS children
    FROM table_rows WHERE pediatric_mark_printed IS NOT NULL AND section = 'systemic'
),
aged AS (
    SELECT count_if(verdict = 'certain') AS certain, count_if(verdict = 'possible') AS possible
    FROM patients_aged(0, 17) WHERE disease = 'systemic'
)
SELECT
    children || ' in marked rows; ' || up_to_text(certain, possible) || ', by printed age' AS recomputed,
    children AS found
FROM marked, aged;
