-- One row per turn of the child's course, in the order told: whether there were symptoms, and the score where one is printed.
SELECT
    row_number() OVER (ORDER BY occasion_order) AS place, occasion,
    if(high = 0, 'None', 'Symptoms') AS state, low IS NOT NULL AS scored,
    coalesce(range_text(low, high), 'no score') AS score,
    if(scored, printed, printed || ', ' || (
        SELECT number_text(value) || ' ' || unit || ' after the last injection' FROM case_facts WHERE fact = 'time since the last injection'
    )) AS printed,
    how, source
FROM case_measurements
-- Of the occasions without a score, only the relapse turns the course.
WHERE quantity = 'symptom score' AND (scored OR measurement_id = 'score-relapse') ORDER BY place;
