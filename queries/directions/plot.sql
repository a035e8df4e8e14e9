-- One row per biomarker and table row (or publication, where those are counted): its direction, patient reports and verdict.
WITH reports AS (
    SELECT
        report_id, row, publication_id, publication, disease, verdict_drawn(verdict, possible_counts) AS verdict, counted AS counts, source
    FROM chosen
    UNION ALL
    SELECT report_id, 0, publication_id, 'The child', disease, 'certain'::verdict, true, source FROM index_report WHERE $child
),
kept AS (
    -- A line tells of what counts in it; of what is excluded only where nothing counts.
    SELECT *, if($unit = 'publications' AND row > 0, publication_id, row::VARCHAR) AS line
    FROM reports QUALIFY counts OR NOT bool_or(counts) OVER (PARTITION BY line)
),
lines AS (
    SELECT
        biomarker, line, min(row)::INTEGER AS row, any_value(publication) AS publication,
        string_agg(DISTINCT disease, ' and ' ORDER BY disease DESC) AS disease,
        min(verdict) AS verdict, bit_or(codes) AS codes,
        count(*) FILTER (verdict = 'certain') AS surely, count(*) FILTER (counts) AS at_most,
        string_agg(DISTINCT source, '; ' ORDER BY source DESC) AS source
    FROM kept JOIN report_directions USING (report_id) GROUP BY biomarker, line
)
SELECT
    row, if(row = 0 OR $unit = 'publications', '', row || '. ') || publication || ' (' || disease || ')' AS label,
    publication, disease, biomarker, direction, read_as, signs,
    if(row = 0, 'child', verdict::VARCHAR) AS verdict, at_most, range_text(surely, at_most) AS patients, source
FROM lines JOIN direction_sets USING (codes) ORDER BY row, biomarker;
