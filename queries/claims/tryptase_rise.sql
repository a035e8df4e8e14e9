-- One row per check: tryptase at referral and at its peak before omalizumab.
WITH printed AS (SELECT measured('tryptase-referral') AS referral, measured('tryptase-peak') AS peak)
SELECT
    'from ' || number_text(referral) || ' to ' || number_text(peak) || ' ng/ml ('
        || format('{:+.0f}', 100 * (peak / referral - 1)) || ' %)' AS recomputed,
    peak AS found,
    peak > referral AS holds
FROM printed;
