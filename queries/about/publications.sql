-- One row per publication: what is verified of its citation, and how much of it was read.
SELECT
    label, role, authors, title, journal, year, volume_pages, 'https://doi.org/' || doi AS doi, pmid, design, status, status_note
FROM publications ORDER BY CASE role WHEN 'index case' THEN 1 WHEN 'table 1' THEN 2 ELSE 3 END, year NULLS LAST, label;
