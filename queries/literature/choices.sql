-- One row per publication of Table 1, in printed order, for choosing which to set aside.
SELECT publication_id, any_value(publication) AS publication, count(*) AS reports
FROM patient_reports GROUP BY publication_id ORDER BY min(row);
