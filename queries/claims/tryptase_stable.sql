-- One row per check: the two medians of tryptase, and the single values printed before omalizumab.
WITH printed AS (
    SELECT
        any_value(low) FILTER (measurement_id = 'tryptase-before') AS before, any_value(low) FILTER (measurement_id = 'tryptase-during') AS during,
        any_value(low) FILTER (measurement_id = 'tryptase-referral') AS referral, any_value(low) FILTER (measurement_id = 'tryptase-peak') AS peak
    FROM case_measurements
)
SELECT
    format('{:+.1f}', 100 * (during / before - 1)) || ' % (medians ' || number_text(before) || ' and ' || number_text(during)
        || ' ng/ml; before omalizumab ' || range_text(referral, peak) || ' ng/ml)' AS recomputed,
    'cannot be checked' AS verdict,
    []::INTEGER[] AS affected,
    'case_measurements: tryptase-before, tryptase-during, tryptase-referral, tryptase-peak' AS rows_of
FROM printed;
