-- One row per biomarker and table row (or publication, where those are counted): its direction, patient reports and verdict.
WITH reports AS (
    SELECT row, publication_id, publication, disease, verdict, possible_counts, ige_directions, tryptase_directions, source
    FROM chosen
    UNION ALL BY NAME
    SELECT 0 AS row, publication_id, 'The child' AS publication, disease, NULL AS verdict, ige_directions, tryptase_directions, source
    FROM index_report WHERE $child
),
kept AS (
    -- A line tells of what counts in it; of what is excluded only where nothing counts.
    SELECT *, if($unit = 'publications', publication_id, row::VARCHAR) AS line
    FROM reports WHERE verdict IS NULL OR verdict != 'possible' OR possible_counts
    QUALIFY verdict IS NULL OR verdict <= 'possible'::verdict OR min(verdict) OVER (PARTITION BY line) > 'possible'::verdict
),
told AS (
    SELECT
        publication, disease, verdict, row, source, line, unnest(['total IgE', 'tryptase']) AS biomarker,
        unnest([ige_directions, tryptase_directions]) AS directions
    FROM kept
),
lines AS (
    SELECT
        biomarker, line, min(row)::INTEGER AS row, any_value(publication) AS publication,
        string_agg(DISTINCT disease, ' and ' ORDER BY disease DESC) AS disease,
        coalesce(min(verdict)::VARCHAR, 'child') AS verdict,
        coalesce(list_sort(list_distinct(flatten(list(directions))), 'DESC'), []) AS directions,
        count(*) FILTER (verdict IS NULL OR verdict = 'certain') AS surely,
        count(*) FILTER (verdict IS NULL OR verdict IN ('certain', 'possible')) AS at_most,
        string_agg(DISTINCT source, '; ' ORDER BY source DESC) AS source
    FROM told GROUP BY biomarker, line
)
SELECT
    row, if(row = 0 OR $unit = 'publications', '', row || '. ') || publication || ' (' || disease || ')' AS label,
    publication, disease, biomarker,
    CASE len(directions) WHEN 0 THEN 'not assessed' WHEN 1 THEN directions[1] ELSE 'mixed' END AS direction,
    coalesce(nullif(array_to_string(directions, ' or '), ''), 'not assessed') AS read_as,
    coalesce(nullif(translate(array_to_string(list_transform(directions, lambda one: if(one = 'unchanged', 'n', one[1])), '/'), 'udn', '↑↓='), ''), 'na') AS signs,
    verdict, at_most, range_text(surely, at_most) AS patients, source
FROM lines ORDER BY row, biomarker;
