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
