-- Which way biomarkers went: the directions that a cell leaves open as a sum of codes, and what a counted unit may answer.

CREATE TABLE direction_codes AS
FROM (VALUES (1, 'up'), (2, 'down'), (4, 'unchanged'), (8, 'mixed'), (16, 'not assessed')) AS codes (code, direction);

-- One row per patient report, the child's too, and biomarker: the codes its cell leaves open; 0 where not assessed.
CREATE TABLE report_directions AS
SELECT report_id, biomarker, coalesce(sum(code), 0)::INTEGER AS codes
FROM (
    SELECT report_id, unnest(['total IgE', 'tryptase']) AS biomarker, unnest([ige_directions, tryptase_directions]) AS directions
    FROM (FROM patient_reports UNION ALL BY NAME FROM index_report)
) LEFT JOIN direction_codes ON list_contains(directions, direction)
GROUP BY ALL;

-- One row per set of directions that cells may leave open, in words and in the paper's signs.
CREATE TABLE direction_sets AS
SELECT
    codes, CASE count(code) WHEN 0 THEN 'not assessed' WHEN 1 THEN any_value(direction) ELSE 'mixed' END AS direction,
    coalesce(string_agg(direction, ' or ' ORDER BY direction DESC), 'not assessed') AS read_as,
    coalesce(string_agg(sign, '/' ORDER BY direction DESC), 'na') AS signs
FROM (SELECT unnest(range(8))::INTEGER AS codes)
LEFT JOIN (SELECT *, CASE code WHEN 1 THEN '↑' WHEN 2 THEN '↓' ELSE '=' END AS sign FROM direction_codes) ON codes & code > 0
GROUP BY codes;

-- One row per publication that may be left out, by year, after one for none.
CREATE TABLE left_out AS
SELECT 1 AS slot, NULL AS left_out, 'Nothing left out' AS label
UNION ALL
SELECT 1 + row_number() OVER (ORDER BY year, publication_id), publication_id, label
FROM publications WHERE publication_id IN (SELECT publication_id FROM patient_reports);

-- The sum of all answers that a unit may give, of the codes of its reports: a cell such as =/↓ leaves two directions open; a
-- patient, or a publication, with several rows is mixed where the rows differ.
CREATE MACRO answers_of(codes, row, certain) AS
    (bit_or(codes) & coalesce(bit_and(codes) FILTER (certain AND codes > 0), 7))
    | if(bit_count(bit_or(codes)) > 1 AND min(row) FILTER (codes > 0) < max(row) FILTER (codes > 0), 8, 0)
    | if(min(codes) = 0 AND max(if(certain, codes, 0)) = 0, 16, 0);
