-- One row per check: the allele burden in reference 27, beside the responses of its patients.
WITH evaluated AS (
    SELECT
        any_value(result) FILTER (outcome_id = 'broesbyolsen2018-kit') AS elsewhere,
        any_value(outcomes.patients) FILTER (outcome_id = 'broesbyolsen2018-kit') AS tested,
        any_value(study_groups.patients) AS everyone,
        sum(outcomes.patients) FILTER (category IN ('complete', 'major', 'partial')) AS responded
    FROM outcomes JOIN study_groups USING (group_id) WHERE group_id = 'broesbyolsen2018-evaluated'
)
SELECT
    elsewhere || ' in reference ' || reference_printed || ' (number measured '
        || coalesce(tested::VARCHAR, 'not given') || '), where ' || responded
        || ' of ' || everyone || ' responded' AS recomputed,
    -- Fallen in one child is no proof of a biomarker.
    if(measured('kit-during') >= measured('kit-before'), false, NULL) AS holds
FROM evaluated, table_rows WHERE publication_id = 'broesbyolsen2018';
