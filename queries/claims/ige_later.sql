-- One row per check: the value of total IgE that the printed multiple and the printed baseline imply.
SELECT
    number_text(baseline.low * stated_number('ige_later')) || ' ' || baseline.unit || ' implied (' || number_text(stated_number('ige_later')) || ' × '
        || number_text(baseline.low) || '); no value printed' AS recomputed,
    'cannot be checked' AS verdict,
    []::INTEGER[] AS affected,
    'case_measurements: ige-before, ige-later' AS rows_of
FROM case_measurements AS baseline WHERE measurement_id = 'ige-before';
