-- One row per check: the median and range of therapy lengths that the abstract of reference 27 gives.
SELECT 'median and range ' || result AS recomputed FROM outcomes WHERE outcome_id = 'broesbyolsen2018-duration';
