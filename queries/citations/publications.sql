-- One row per publication that was read, or of which a title or an identifier was verified; what was not is empty.
SELECT
    publication_id, label,
    -- The printed name of a first author is no author list, but all that is known of some.
    coalesce(authors, '') AS authors, coalesce(title, '') AS title, coalesce(journal, '') AS journal,
    coalesce(year::VARCHAR, '') AS year, coalesce(volume_pages, '') AS volume_pages,
    coalesce(doi, '') AS doi, coalesce(pmid::VARCHAR, '') AS pmid,
    if(doi IS NULL AND pmid IS NULL, coalesce(page, ''), '') AS url
FROM publications LEFT JOIN (
    SELECT publication_id, arg_min(source_url, rowid) AS page FROM study_groups GROUP BY publication_id
) USING (publication_id)
WHERE title IS NOT NULL OR doi IS NOT NULL OR pmid IS NOT NULL OR page IS NOT NULL
ORDER BY role != 'index case', year NULLS LAST, publication_id;
