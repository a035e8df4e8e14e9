-- One row per check: the value of total IgE that the printed multiple and the printed baseline imply.
WITH printed AS (
    SELECT low AS baseline, unit, stated_number('ige_later') AS multiple FROM case_measurements WHERE measurement_id = 'ige-before'
)
SELECT
    number_text(baseline * multiple) || ' ' || unit || ' implied (' || number_text(multiple) || ' × ' || number_text(baseline)
        || '); no value printed' AS recomputed,
    'cannot be checked' AS verdict,
    []::INTEGER[] AS affected,
    'case_measurements: ige-before, ige-later' AS rows_of
FROM printed;
