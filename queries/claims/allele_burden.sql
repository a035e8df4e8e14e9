-- One row per check: the fall between the two printed values of the allele burden, in percent.
WITH printed AS (SELECT measured('kit-before') AS before, measured('kit-during') AS during)
SELECT
    round(100 * (1 - during / before), 1) || ' % (from ' || number_text(before) || ' to '
        || number_text(during) || ' %)' AS recomputed,
    100 * (1 - during / before) AS found
FROM printed;
