-- One row per source: whether it holds an index case that can be laid over the literature.
SELECT count(*) > 0 AS has_child FROM index_report;
