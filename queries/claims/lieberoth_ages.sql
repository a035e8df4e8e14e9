-- One row per check: the patients that the abstract of reference 25 treats, with the ages of Table 1.
WITH printed AS (
    SELECT min(age_low_years) AS youngest, max(age_high_years) AS oldest
    FROM patient_reports WHERE publication_id = 'lieberoth2015'
)
SELECT
    patients || ' patients treated, aged ' || study_groups.age_low_years || ' and '
        || study_groups.age_high_years || ' years' AS recomputed,
    patients AS found,
    study_groups.age_low_years = youngest AND study_groups.age_high_years = oldest AS holds
FROM study_groups, printed WHERE group_id = 'lieberoth2015-treated';
