-- The cells of the evidence-gap map: age group by disease by dose band, each with the ages and doses that it holds.
CREATE TABLE evidence_cells AS
SELECT
    2 * age_order + disease_order - 2 AS place, age_band || ' · ' || cell_disease || ' mastocytosis' AS heading,
    * EXCLUDE (age_order, disease_order)
FROM (VALUES (1, 'Under 18', 0, 17::DOUBLE), (2, '18 and over', 18, 'infinity')) AS ages (age_order, age_band, youngest, oldest)
CROSS JOIN (VALUES (1, 'systemic'), (2, 'cutaneous')) AS diseases (disease_order, cell_disease)
CROSS JOIN (VALUES (1, 'below 300 mg', 0, 299.999::DOUBLE), (2, '300 mg', 300, 300), (3, 'above 300 mg', 300.001, 'infinity'))
    AS doses (dose_order, dose_band, smallest, largest);

-- The study groups under a filter, each with a verdict. A group of a publication in the table is judged by the reports printed
-- there: certain only where all of them are, excluded only where all of them are. Any other is judged by what its own source
-- tells; what a filter asks beyond that is not reported.
CREATE MACRO judged_groups(chosen, chosen_filter) AS TABLE
WITH printed AS (
    SELECT
        publication_id,
        if(min(verdict) = 'certain' AND max(verdict) > 'certain', 'possible', min(verdict))::verdict AS printed_verdict
    FROM query_table(chosen) GROUP BY publication_id
)
SELECT groups.* EXCLUDE (verdict), coalesce(printed_verdict, verdict) AS verdict
FROM judged('group_reports', chosen_filter) AS groups LEFT JOIN printed USING (publication_id);
