-- One row per event and medication step of the case in their order, then the biomarkers, then per place where the paper tells two stories.
SELECT id, label FROM (
    SELECT id, label, 1 AS part, start_low, start_high, printed_order FROM case_marks
    UNION ALL SELECT DISTINCT id, label, 2, NULL::DOUBLE, NULL::DOUBLE, NULL::BIGINT FROM case_story WHERE kind = 'word'
    UNION ALL SELECT conflict_id, 'Two stories: ' || topic, 3, NULL, NULL, rowid FROM case_conflicts
)
ORDER BY part, start_low, start_high, printed_order, id;
