-- One row per check: the patients that the abstract of reference 28 treats.
SELECT
    patients || ' patients treated' AS recomputed,
    patients AS found
FROM study_groups WHERE group_id = 'slapnicar2019-treated';
