-- One row per check: the therapy of the child with reference 34, as Table 1 prints it.
SELECT any_value(therapy) || ' of therapy; no course after it' AS recomputed
FROM patient_reports WHERE publication_id = (SELECT publication_id FROM table_rows WHERE reference_printed = '34');
