-- One row per row of a table other than Table 1 that a statement rests on, in words and with its source.
WITH curated AS (
    SELECT 'case_events' AS table_name, event_id AS key, label || ': ' || detail AS text, source FROM case_events
    UNION ALL SELECT 'case_measurements', measurement_id, concat_ws(', ', quantity, occasion) || ': ' || printed, source
    FROM case_measurements
    UNION ALL SELECT 'case_medications', medication_id, concat_ws(', ', drug, dose_printed, change), source
    FROM case_medications
    UNION ALL
    SELECT 'index_case', quantity, quantity || ': ' || coalesce(range_text(low, high) || ' ' || unit, directions), source
    FROM index_case
    UNION ALL SELECT 'case_facts', fact_id, fact || ': ' || detail, source FROM case_facts
    UNION ALL
    SELECT 'pk_parameters', parameter_id, model || ', ' || lower(meaning) || ': ' || number_text(value) || ' ' || unit, source
    FROM pk_parameters
    UNION ALL SELECT 'claims', claim_id, title || ': ' || stated, source FROM claims
    UNION ALL SELECT 'same_patients', link_id, reason, source FROM same_patients
    UNION ALL SELECT 'publications', publication_id, label || ': ' || concat_ws(', ', design, status_note), source
    FROM publications
    UNION ALL
    SELECT 'study_groups', group_id, label || ', ' || name || ': ' || coalesce(patients || ' patients', 'number not given'),
        study_groups.source
    FROM study_groups JOIN publications USING (publication_id)
    UNION ALL
    SELECT 'outcomes', outcome_id, label || ', ' || name || ': ' || measure || ': ' || result, outcomes.source
    FROM outcomes JOIN study_groups USING (group_id) JOIN publications USING (publication_id)
)
SELECT text, source, table_name, key
FROM claim_evidence JOIN curated USING (table_name, key) WHERE claim_id = $claim_id ORDER BY table_name, key;
