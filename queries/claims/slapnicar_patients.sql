-- One row per check: the patients that the abstract of reference 28 treats.
SELECT
    patients || ' patients treated' AS recomputed,
    agreement(stated_number('slapnicar_patients'), patients, 0) AS verdict,
    (SELECT list(row) FROM table_rows WHERE publication_id = 'slapnicar2019') AS affected,
    'study_groups: ' || group_id AS rows_of
FROM study_groups WHERE group_id = 'slapnicar2019-treated';
