-- One row per check: the therapy of the child with reference 34, as Table 1 prints it, and what was read of stopping it.
SELECT
    any_value(therapy) || ' of therapy; no course after it' AS recomputed,
    (
        SELECT bool_and(direction = 'improved')
        FROM outcomes JOIN study_groups USING (group_id) JOIN table_rows USING (publication_id)
        WHERE reference_printed = '34' AND domain = 'stopping'
    ) AS holds
FROM patient_reports WHERE publication_id = (SELECT publication_id FROM table_rows WHERE reference_printed = '34');
