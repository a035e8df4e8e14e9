-- Judges reports by a filter: the heart of uncertain values, in one place.

-- The worst of several verdicts is the greatest, the best the least.
CREATE TYPE verdict AS ENUM ('certain', 'possible', 'not reported', 'excluded');

-- The verdict of a closed interval [low, high] under an asked [first, last]; NULL asks nothing.
CREATE MACRO verdict_of_range(low, high, asked) AS CASE
    WHEN asked IS NULL THEN 'certain'
    WHEN low IS NULL OR high IS NULL THEN 'not reported'
    WHEN asked[1] > asked[2] OR high < asked[1] OR low > asked[2] THEN 'excluded'
    WHEN low >= asked[1] AND high <= asked[2] THEN 'certain'
    ELSE 'possible'
END::verdict;

-- The verdict of a set of possible values under a chosen set; NULL chosen means no filter.
CREATE MACRO verdict_of_set(printed, chosen) AS CASE
    WHEN chosen IS NULL THEN 'certain'
    WHEN printed IS NULL THEN 'not reported'
    WHEN list_has_all(chosen, printed) THEN 'certain'
    WHEN list_has_any(chosen, printed) THEN 'possible'
    ELSE 'excluded'
END::verdict;

-- The ages that a filter asks for, in completed years: pediatric is 0 to 17, adult 18 and over; a group and ages apply together.
CREATE MACRO asked_ages(age_group, ages) AS CASE WHEN age_group IS NOT NULL OR ages IS NOT NULL THEN [
    greatest(CASE age_group WHEN 'adult' THEN 18 ELSE 0 END, coalesce(ages[1], 0))::DOUBLE,
    least(CASE age_group WHEN 'pediatric' THEN 17 ELSE 'infinity'::DOUBLE END, coalesce(ages[2], 'infinity'::DOUBLE))
] END;

-- Every report of a table with a verdict per filter and over all of them; counted says whether it counts where a filter may turn
-- possible matches off. The filter is JSON; what it leaves out is no filter. One with "sides" holds several: A, B, ...
CREATE MACRO judged(reports, chosen_filter) AS TABLE
WITH sides AS (
    SELECT unnest(coalesce((chosen_filter::JSON->'sides')::JSON[], [chosen_filter::JSON])) AS filter,
        chr(64 + generate_subscripts(coalesce((chosen_filter::JSON->'sides')::JSON[], [chosen_filter::JSON]), 1)::INTEGER) AS side
),
asked AS (
    SELECT
        side, coalesce((filter->>'possible')::BOOLEAN, true) AS possible_counts,
        asked_ages(filter->>'age_group', (filter->'age')::DOUBLE[]) AS asked_age,
        (filter->'dose')::DOUBLE[] AS asked_dose,
        (filter->'dose_per_4_weeks')::DOUBLE[] AS asked_per_4_weeks,
        (filter->'interval')::DOUBLE[] AS asked_interval,
        (filter->'therapy')::DOUBLE[] AS asked_therapy,
        (filter->'year')::DOUBLE[] AS asked_year,
        if((filter->>'disease') IS NULL, NULL, [(filter->>'disease')]) AS wanted_disease,
        (filter->'ige')::VARCHAR[] AS wanted_ige,
        (filter->'tryptase')::VARCHAR[] AS wanted_tryptase,
        (filter->'without')::VARCHAR[] AS set_aside
    FROM sides
),
verdicts AS (
    SELECT
        *,
        verdict_of_range(age_low_years, age_high_years, asked_age) AS age_verdict,
        verdict_of_range(dose_low_mg, dose_high_mg, asked_dose) AS dose_verdict,
        verdict_of_range(dose_low_mg_per_4_weeks, dose_high_mg_per_4_weeks, asked_per_4_weeks) AS per_4_weeks_verdict,
        verdict_of_range(interval_low_weeks, interval_high_weeks, asked_interval) AS interval_verdict,
        verdict_of_range(therapy_low_months, therapy_high_months, asked_therapy) AS therapy_verdict,
        verdict_of_range(publication_year, publication_year, asked_year) AS year_verdict,
        verdict_of_set(diseases, wanted_disease) AS disease_verdict,
        verdict_of_set(ige_directions, wanted_ige) AS ige_verdict,
        verdict_of_set(tryptase_directions, wanted_tryptase) AS tryptase_verdict,
        if(list_contains(set_aside, publication_id), 'excluded', 'certain')::verdict AS aside_verdict
    FROM query_table(reports) CROSS JOIN asked
)
SELECT
    *, greatest(*COLUMNS('_verdict$')) AS verdict,
    verdict = 'certain' OR (verdict = 'possible' AND possible_counts) AS counted
FROM verdicts;

-- The verdict that is drawn: where possible matches do not count they are excluded, for nobody should miss them without a word.
CREATE MACRO verdict_drawn(verdict, possible_counts) AS if(verdict = 'possible' AND NOT possible_counts, 'excluded'::verdict, verdict);

-- The identity of a report in a counting unit.
CREATE MACRO unit_of(counting_unit, patient_id, report_id, publication_id, row) AS CASE counting_unit
    WHEN 'patients' THEN patient_id
    WHEN 'patient reports' THEN report_id
    WHEN 'publications' THEN publication_id
    ELSE row::VARCHAR
END;

-- The asked interval of a filter in words: 0–17, or 18 and over.
CREATE MACRO asked_text(asked) AS
    if(isinf(asked[2]), format('{:g} and over', asked[1]), format('{:g}–{:g}', asked[1], asked[2]));
