-- One row per item that a reader can rate or comment, in the order of the instruments; options is empty where only a comment fits.
SELECT
    item_id, instrument, domain, coalesce(number, '') AS number, name, item, prompt,
    coalesce(string_split(options, '; '), []) AS options, source
FROM appraisal_items ORDER BY position;
