-- One row per check: the share that the two stated numbers give, with its Wilson interval.
WITH share AS (
    SELECT part.stated_value AS minors, whole.stated_value AS everyone FROM claims AS part, claims AS whole
    WHERE part.claim_id = 'minors' AND whole.claim_id = 'patients'
)
SELECT
    round(100 * minors / everyone, 1) || ' % (' || number_text(minors) || ' of ' || number_text(everyone) || '; Wilson interval '
        || range_text(round(100 * wilson_low(minors, everyone), 1), round(100 * wilson_high(minors, everyone), 1)) || ' %)' AS recomputed,
    agreement(stated_number('share_of_minors'), 100 * minors / everyone, 0) AS verdict,
    []::INTEGER[] AS affected,
    '' AS rows_of
FROM share;
