-- One row per publication left out, the first with none: units in which the biomarker went the chosen way, of those assessed.
WITH answers AS (
    SELECT
        *, list_contains(possibilities, $direction) AS may_go,
        len(list_filter(possibilities, lambda one: one NOT IN ($direction, 'not assessed'))) > 0 AS may_differ,
        list_contains(possibilities, 'not assessed') AS may_be_unassessed
    FROM unit_directions('chosen', $unit)
    WHERE biomarker = $biomarker
),
counted AS (
    SELECT
        left_out,
        count(*) FILTER (certain AND may_go) AS goes_low,
        count(*) FILTER (may_go) AS goes_high,
        count(*) FILTER (may_differ) AS differs_high,
        count(*) FILTER (surely AND may_differ AND NOT may_go AND NOT may_be_unassessed) AS differs_low,
        count(*) FILTER (surely AND NOT may_be_unassessed) AS assessed_low,
        count(*) FILTER (may_go OR may_differ) AS assessed_high
    FROM answers GROUP BY left_out
)
SELECT
    row_number() OVER (ORDER BY left_out IS NOT NULL, publications.year NULLS LAST, publication_id)::INTEGER AS slot,
    coalesce(label, 'Nothing left out') AS label, coalesce(left_out, '') AS publication_id,
    goes_low, goes_high, assessed_low, assessed_high,
    -- The least share counts every doubtful unit against the direction, the greatest for it.
    coalesce(100 * goes_low / nullif(goes_low + differs_high, 0), CASE WHEN goes_high > 0 THEN 100 END) AS share_low_percent,
    coalesce(100 * goes_high / nullif(goes_high + differs_low, 0), CASE WHEN differs_high > 0 THEN 0 END) AS share_high_percent,
    range_text(goes_low, goes_high) || ' of ' || range_text(assessed_low, assessed_high) AS counts,
    $unit AS unit, $direction AS direction, $biomarker AS biomarker
FROM counted LEFT JOIN publications ON publications.publication_id = left_out
-- Who assessed nothing changes nothing.
QUALIFY counted.left_out IS NULL OR counts != first_value(counts) OVER (ORDER BY counted.left_out NULLS FIRST)
ORDER BY slot;
