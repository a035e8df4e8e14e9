-- One row per check: the findings that were read on a subject.
SELECT count_if(domain = $key) || ' of ' || count(*) || ' findings read tell of it' AS recomputed FROM outcomes;
