-- One row per topic, printed value, side and verdict: how many patients; and one heading row per topic.
SELECT
    slot, topic, value, line, side, verdict::VARCHAR AS verdict, enum_code(verdict) AS position, count(*) AS patients,
    range_text(coalesce(any_value(count(*)) FILTER (verdict = 'certain') OVER same_line, 0), sum(count(*)) OVER same_line) AS bounds,
    sum(count(*)) OVER same_line::BIGINT AS at_most
FROM (
    SELECT slot, topic, value, line, side, patient_id, min(verdict) AS verdict
    FROM chosen JOIN report_lines USING (report_id)
    WHERE counted AND list_contains($topics::VARCHAR[], topic)
    GROUP BY slot, topic, value, line, side, patient_id
)
GROUP BY slot, topic, value, line, side, verdict WINDOW same_line AS (PARTITION BY side, slot)
UNION ALL
SELECT slot, topic, value, line, '', 'heading', 0, 0, '0', 0
FROM profile_lines WHERE value = '' AND list_contains($topics::VARCHAR[], topic)
ORDER BY slot, side, position;
