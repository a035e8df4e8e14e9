-- One row per topic of the statements that can be checked, in the order in which they are shown.
SELECT topic FROM claims GROUP BY topic ORDER BY min(position);
