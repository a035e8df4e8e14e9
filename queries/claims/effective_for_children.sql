-- One row per check: the children whom the paper treated, and the systemic patients under 18 of Table 1.
WITH young AS (
    SELECT count_if(verdict = 'certain') AS certain, count_if(verdict = 'possible') AS possible
    FROM patients_aged(0, 17) WHERE disease = 'systemic'
)
SELECT
    study_groups.patients || ' child treated, without comparison; minors with systemic disease in Table 1: '
        || up_to_text(certain, possible) || ', none under '
        || (SELECT number_text(min(age_low_years)) FROM patient_reports WHERE disease = 'systemic') AS recomputed,
    -- Improved is no proof of an effect, still less in other children.
    if(direction = 'improved', NULL, false) AS holds
FROM young, outcomes JOIN study_groups USING (group_id) WHERE outcome_id = 'bossi2023-response';
