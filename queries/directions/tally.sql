-- One row per biomarker, direction and verdict: how many units (the chosen one) surely or possibly went that way.
WITH units AS (
    SELECT biomarker, answers_of(codes, row, verdict = 'certain') AS answers, min(verdict) = 'certain' AS surely
    FROM chosen JOIN report_directions USING (report_id) WHERE counted
    GROUP BY biomarker, unit_of($unit, patient_id, report_id, publication_id, row)
),
counted AS (
    SELECT biomarker, direction, code, count(*) FILTER (surely AND answers = code) AS low, count(*) AS high
    FROM units JOIN direction_codes ON answers & code > 0 GROUP BY biomarker, direction, code
)
SELECT
    biomarker, direction, log2(code)::INTEGER + 1 AS direction_order, if(position = 0, 'certain', 'possible') AS verdict, position,
    if(position = 0, low, high - low) AS units, low, high, $unit AS unit
FROM counted JOIN (VALUES (0), (1)) AS verdicts (position) ON if(position = 0, low, high - low) > 0
ORDER BY biomarker, code, position;
