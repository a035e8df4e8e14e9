-- One row per check: the patients of the rows with the pediatric mark.
SELECT
    sum(patients) || ' patients in ' || count(*) || ' marked rows, references '
        || string_agg(reference_printed, ', ' ORDER BY reference_printed::INTEGER) AS recomputed,
    sum(patients) AS found,
    min(reference_printed::INTEGER) = 32 AND max(reference_printed::INTEGER) = 35 AS holds
FROM table_rows WHERE pediatric_mark_printed IS NOT NULL;
