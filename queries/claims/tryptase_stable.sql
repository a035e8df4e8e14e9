-- One row per check: the two medians of tryptase, and the single values printed before omalizumab.
WITH printed AS (
    SELECT
        measured('tryptase-before') AS before, measured('tryptase-during') AS during,
        measured('tryptase-referral') AS referral, measured('tryptase-peak') AS peak
)
SELECT
    format('{:+.1f}', 100 * (during / before - 1)) || ' % (medians ' || number_text(before) || ' and ' || number_text(during)
        || ' ng/ml; before omalizumab ' || range_text(referral, peak) || ' ng/ml)' AS recomputed,
    -- Within what was seen before is no proof of stable.
    if(during BETWEEN referral AND peak, NULL, false) AS holds
FROM printed;
