-- One row per conflict: two rows of the case that the paper tells differently, side by side.
WITH told AS (
    SELECT 'case_events' AS origin, event_id AS id, detail, source FROM case_events
    UNION ALL SELECT 'case_medications', medication_id, concat_ws(' · ', drug, dose_printed, change), source FROM case_medications
    UNION ALL SELECT 'case_measurements', measurement_id, concat_ws(' · ', quantity, occasion, printed), source FROM case_measurements
    UNION ALL SELECT 'case_facts', fact_id, detail, source FROM case_facts
)
SELECT
    conflict_id, topic, row_a AS one, row_b AS other, one.detail AS one_reading, one.source AS one_source, other.detail AS other_reading, other.source AS other_source,
    explanation
FROM case_conflicts
JOIN told AS one ON one.origin = table_a AND one.id = row_a
JOIN told AS other ON other.origin = table_b AND other.id = row_b ORDER BY case_conflicts.rowid;
