-- One row per printed row of one publication: its cells as printed and as read, and what is known of the publication.
SELECT printed_rows.*, publications.label, publications.status_note
FROM printed_rows JOIN publications USING (publication_id)
WHERE publication_id = $card ORDER BY row;
