-- One row per check: tryptase at referral and at its peak before omalizumab.
WITH printed AS (SELECT measured('tryptase-referral') AS referral, measured('tryptase-peak') AS peak)
SELECT
    'from ' || number_text(referral) || ' to ' || number_text(peak) || ' ng/ml (' || format('{:+.0f}', 100 * (peak / referral - 1))
        || ' %)' AS recomputed,
    CASE WHEN peak > referral THEN agreement(stated_number('tryptase_rise'), peak, 0) ELSE 'differs' END AS verdict,
    []::INTEGER[] AS affected,
    'case_measurements: tryptase-referral, tryptase-peak' AS rows_of
FROM printed;
