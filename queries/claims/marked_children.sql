-- One row per check: the patients of the rows with the pediatric mark.
SELECT
    sum(patients) || ' patients in ' || count(*) || ' marked rows, references '
        || string_agg(reference_printed, ', ' ORDER BY reference_printed::INTEGER) AS recomputed,
    CASE WHEN min(reference_printed::INTEGER) = 32 AND max(reference_printed::INTEGER) = 35
        THEN agreement(stated_number('marked_children'), sum(patients), 0) ELSE 'differs' END AS verdict,
    list(row ORDER BY row) AS affected,
    '' AS rows_of
FROM table_rows WHERE pediatric_mark_printed IS NOT NULL;
