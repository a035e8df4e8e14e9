-- Which way each biomarker went in each counted unit, for everybody and with each publication left out in turn. A cell such
-- as =/↓ leaves two directions open; a patient, or a publication, with several rows is mixed where the rows differ.
-- possibilities holds every answer the unit may give; certain says that there is one and the unit surely counts.
CREATE MACRO unit_directions(chosen, counting_unit) AS TABLE
WITH counted AS (
    SELECT
        unit_of(counting_unit, patient_id, report_id, publication_id, row) AS unit_id,
        publication_id, row, verdict, unnest(['total IgE', 'tryptase']) AS biomarker, unnest([ige_directions, tryptase_directions]) AS directions
    FROM query_table(chosen) WHERE counted
),
left_out AS (SELECT NULL AS left_out UNION ALL SELECT DISTINCT publication_id FROM counted),
cells AS (
    SELECT left_out, biomarker, unit_id, row, bool_or(verdict = 'certain') AS certain, any_value(directions) AS directions
    FROM counted JOIN left_out ON left_out IS DISTINCT FROM publication_id
    GROUP BY ALL
),
gathered AS (
    SELECT
        left_out, biomarker, unit_id, bool_or(certain) AS surely,
        coalesce(list(directions) FILTER (directions IS NOT NULL), []) AS assessed,
        coalesce(list(directions) FILTER (certain AND directions IS NOT NULL), []) AS certain_ones,
        bool_or(directions IS NULL) AS some_unassessed,
        list_distinct(flatten(assessed)) AS directions
    FROM cells GROUP BY ALL
),
answered AS (
    SELECT
        left_out, biomarker, unit_id, surely,
        list_filter(directions, lambda one: len(list_filter(certain_ones, lambda cell: NOT list_contains(cell, one))) = 0)
            || CASE WHEN len(assessed) > 1 AND len(directions) > 1 THEN ['mixed'] ELSE [] END
            || CASE WHEN some_unassessed AND len(certain_ones) = 0 THEN ['not assessed'] ELSE [] END AS possibilities
    FROM gathered
)
SELECT *, surely AND len(possibilities) = 1 AS certain FROM answered;
