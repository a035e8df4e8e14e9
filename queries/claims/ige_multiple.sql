-- One row per check: the value of total IgE that a printed multiple implies, and the multiple that a printed value gives.
SELECT
    number_text(before.low * $stated::DOUBLE) || ' ' || before.unit || ' implied (' || number_text($stated) || ' × '
        || number_text(before.low) || '); no value printed' AS recomputed,
    if(later.unit = before.unit, later.low / before.low, NULL) AS found
FROM case_measurements AS before, case_measurements AS later
WHERE before.measurement_id = 'ige-before' AND later.measurement_id = $key;
