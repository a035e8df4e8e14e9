-- One row per way in which a printed range can lie to a filter, an example without unit each, and the verdict that it gets.
SELECT
    slot, way, low, high, first, last, verdict_of_range(low, high, [first, last])::VARCHAR AS verdict, verdict || ': ' || way AS label
FROM (VALUES (1, 'inside', 30.0, 50.0), (2, 'across an edge', 45.0, 85.0), (3, 'outside', 72.0, 95.0)) AS ways (slot, way, low, high)
CROSS JOIN (VALUES (20.0, 62.0)) AS asked (first, last)
ORDER BY slot;
