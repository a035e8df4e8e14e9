-- One row per publication left out, the first with none: units in which the biomarker went the chosen way, of those assessed.
WITH units AS (
    SELECT slot, left_out, label, answers_of(codes, row, verdict = 'certain') AS answers, min(verdict) = 'certain' AS surely
    FROM chosen JOIN report_directions USING (report_id) JOIN left_out ON left_out IS DISTINCT FROM publication_id
    WHERE counted AND biomarker = $biomarker
    GROUP BY slot, left_out, label, unit_of($unit, patient_id, report_id, publication_id, row)
),
gone AS (
    SELECT
        slot, left_out, label, surely, answers = code AS goes, answers & code > 0 AS may_go, answers & (15 - code) > 0 AS may_differ,
        answers < 16 AS assessed
    FROM units JOIN direction_codes ON direction = $direction
),
counted AS (
    SELECT
        slot, left_out, label,
        count(*) FILTER (surely AND goes) AS goes_low,
        count(*) FILTER (may_go) AS goes_high,
        count(*) FILTER (may_differ) AS differs_high,
        count(*) FILTER (surely AND may_differ AND NOT may_go AND assessed) AS differs_low,
        count(*) FILTER (surely AND assessed) AS assessed_low,
        count(*) FILTER (may_go OR may_differ) AS assessed_high,
        range_text(goes_low, goes_high) || ' of ' || range_text(assessed_low, assessed_high) AS counts
    FROM gone GROUP BY slot, left_out, label
)
SELECT
    slot::INTEGER AS slot, label, coalesce(left_out, '') AS publication_id, if(slot = 1, '', label) AS publication,
    goes_low, goes_high, assessed_low, assessed_high,
    -- The least share counts every doubtful unit against the direction, the greatest for it.
    coalesce(100 * goes_low / nullif(goes_low + differs_high, 0), CASE WHEN goes_high > 0 THEN 100 END) AS share_low_percent,
    coalesce(100 * goes_high / nullif(goes_high + differs_low, 0), CASE WHEN differs_high > 0 THEN 0 END) AS share_high_percent,
    counts, $unit AS unit, $direction AS direction, $biomarker AS biomarker
FROM counted
-- Who assessed nothing changes nothing.
QUALIFY slot = 1 OR counts != first_value(counts) OVER (ORDER BY slot)
ORDER BY slot;
