-- One row per check: the patients that the abstract of reference 25 treats, with their ages.
SELECT patients || ' patients treated, aged ' || age_low_years || ' and ' || age_high_years || ' years' AS recomputed
FROM study_groups WHERE group_id = 'lieberoth2015-treated';
