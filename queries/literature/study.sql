-- One row per printed row of one publication: its cells as printed and as read, and how much of the publication was read.
FROM printed_rows WHERE publication_id = $study ORDER BY row;
