-- One row per check: the value of total IgE that the printed multiple and the printed baseline imply.
WITH printed AS (
    SELECT low AS baseline, unit, $stated::DOUBLE AS multiple FROM case_measurements WHERE measurement_id = 'ige-before'
)
SELECT
    number_text(baseline * multiple) || ' ' || unit || ' implied (' || number_text(multiple) || ' × ' || number_text(baseline)
        || '); no value printed' AS recomputed
FROM printed;
