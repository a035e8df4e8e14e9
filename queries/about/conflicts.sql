-- One row per conflict within Table 1 and its text: what the paper states, what its own rows give, and how it is read here.
SELECT * FROM (VALUES
    (
        'Number of patients', '81 patients (Discussion, paragraph 5)',
        (SELECT sum(patients) || ' in the rows of the table' FROM table_rows),
        (SELECT coalesce(string_agg(reason, ' '), 'No patients are taken to be reported twice.') FROM same_patients)
    ),
    (
        'Patients under 18', '5 of 81 (Discussion, paragraph 5)',
        (SELECT count(*) FILTER (marked_pediatric) || ' marked by the authors; ' || count(*) FILTER (age_high_years < 18)
            || ' by printed age, up to ' || count(*) FILTER (age_low_years < 18) FROM patient_reports),
        'Carter 2007 prints an age of 17 without the mark, and the range of Lemal 2019 starts at 17. Pediatric here means under 18 by printed age.'
    ),
    (
        'Reference numbers', 'a number beside each study of Table 1',
        (SELECT string_agg('[' || reference_printed || '] stands for ' || studies, '; ') FROM (
            SELECT reference_printed, string_agg(label, ' and ' ORDER BY row) AS studies
            FROM table_rows JOIN publications USING (publication_id)
            GROUP BY reference_printed HAVING count(DISTINCT publication_id) > 1
        )),
        'The number stays as printed. Number 20 stands nowhere in the table.'
    )
) AS conflicts (topic, stated, found, reading)
UNION ALL
SELECT
    'Total IgE of patients taken to be reported twice',
    array_to_string(any_value(earlier.ige_directions), ' or ') || ' in ' || any_value(earlier.publication),
    array_to_string(any_value(later.ige_directions), ' or ') || ' in ' || any_value(later.publication),
    'Both rows stand; a filter on direction finds these patients under either.'
FROM same_patients
JOIN patient_reports AS earlier ON earlier.publication_id = same_as_publication_id
JOIN patient_reports AS later ON later.patient_id = earlier.report_id AND later.publication_id = same_patients.publication_id
GROUP BY link_id
HAVING any_value(earlier.ige_directions) != any_value(later.ige_directions);
