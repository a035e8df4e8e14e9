-- One row per check: the patients of all printed rows, and with those taken to be reported twice counted once.
WITH counted AS (SELECT sum(patients) AS in_rows FROM table_rows),
once AS (SELECT count(*) AS people FROM patients),
twice AS (
    SELECT sum(patients) AS pairs, string_agg(link_id, ', ') AS links, flatten(list([publication_id, same_as_publication_id])) AS ids
    FROM same_patients
)
SELECT
    in_rows || ' patients in the rows' || coalesce('; ' || people || ' if the ' || pairs || ' taken to be reported twice count once', '')
        AS recomputed,
    agreement(stated_number('patients'), in_rows, 0) AS verdict,
    coalesce((SELECT list(row ORDER BY row) FROM table_rows WHERE list_contains(ids, publication_id)), []) AS affected,
    coalesce('same_patients: ' || links, '') AS rows_of
FROM counted, once, twice;
