-- One row per biomarker, direction and verdict: how many units (the chosen one) surely or possibly went that way.
WITH units AS (
    SELECT
        biomarker, answers_of(codes, row, verdict = 'certain') AS answers,
        min(verdict) = 'certain' AND bit_count(answers) = 1 AS certain
    FROM chosen JOIN report_directions USING (report_id) WHERE counted
    GROUP BY biomarker, unit_of($unit, patient_id, report_id, publication_id, row)
)
SELECT
    biomarker, direction, log2(code)::INTEGER + 1 AS direction_order,
    if(certain, 'certain', 'possible') AS verdict, if(certain, 0, 1) AS position, count(*) AS units,
    coalesce(any_value(count(*)) FILTER (certain) OVER same_direction, 0) AS low,
    sum(count(*)) OVER same_direction::BIGINT AS high, $unit AS unit
FROM units JOIN direction_codes ON answers & code > 0
GROUP BY biomarker, certain, direction, code
WINDOW same_direction AS (PARTITION BY biomarker, code)
ORDER BY biomarker, code, position;
