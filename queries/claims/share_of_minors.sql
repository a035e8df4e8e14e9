-- One row per check: the share that the two stated numbers give, with its Wilson interval.
WITH share AS (
    SELECT
        part.stated_value AS minors, whole.stated_value AS everyone,
        wilson_low(minors, everyone) AS low, wilson_high(minors, everyone) AS high
    FROM claims AS part, claims AS whole
    WHERE part.claim_id = 'minors' AND whole.claim_id = 'patients'
)
SELECT
    round(100 * minors / everyone, 1) || ' % (' || number_text(minors) || ' of ' || number_text(everyone)
        || '; Wilson interval ' || range_text(round(100 * low, 1), round(100 * high, 1)) || ' %)' AS recomputed,
    100 * minors / everyone AS found
FROM share;
