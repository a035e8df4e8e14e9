-- One row per check: the allele burden in reference 27, beside the responses of its patients.
WITH told AS (
    SELECT
        any_value(result) FILTER (outcome_id = 'broesbyolsen2018-kit') AS elsewhere,
        any_value(outcomes.patients) FILTER (outcome_id = 'broesbyolsen2018-kit') AS measured,
        any_value(study_groups.patients) AS evaluated,
        sum(outcomes.patients) FILTER (category IN ('complete', 'major', 'partial')) AS responded
    FROM outcomes JOIN study_groups USING (group_id) WHERE group_id = 'broesbyolsen2018-evaluated'
)
SELECT
    elsewhere || ' in reference ' || reference_printed || ' (number measured ' || coalesce(measured::VARCHAR, 'not given') || '), where '
        || responded || ' of ' || evaluated || ' responded' AS recomputed,
    'cannot be checked' AS verdict,
    [row] AS affected,
    'case_measurements: kit-before, kit-during; outcomes: broesbyolsen2018-kit, broesbyolsen2018-complete, '
        || 'broesbyolsen2018-major, broesbyolsen2018-partial' AS rows_of
FROM told, table_rows WHERE publication_id = 'broesbyolsen2018';
