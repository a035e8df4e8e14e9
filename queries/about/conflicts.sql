-- One row per conflict within Table 1 and its text: what the paper states, what its own rows give, and how it is read here.
SELECT * FROM (VALUES
    (
        'Number of patients', '81 patients (Discussion, paragraph 5)',
        (SELECT sum(patients) || ' in the rows of the table' FROM table_rows),
        (SELECT reason FROM same_patients)
    ),
    (
        'Patients under 18', '5 of 81 (Discussion, paragraph 5)',
        (SELECT count(*) FILTER (marked_pediatric) || ' marked by the authors; ' || count(*) FILTER (age_high_years < 18)
            || ' by printed age, up to ' || count(*) FILTER (age_low_years < 18) FROM patient_reports),
        'Carter 2007 prints an age of 17 without the mark, and the range of Lemal 2019 starts at 17. Pediatric here means under 18 by printed age.'
    ),
    (
        'Reference numbers', 'One number for each study',
        (SELECT '[' || reference_printed || '] stands for ' || string_agg(label, ' and ' ORDER BY row) FROM table_rows JOIN publications USING (publication_id)
            GROUP BY reference_printed HAVING count(DISTINCT publication_id) > 1),
        'The number stays as printed. Number 20 stands nowhere in the table.'
    ),
    (
        'Total IgE of the same two patients', 'Down in Carter 2007',
        (SELECT array_to_string(any_value(ige_directions), ', ') || ' in Constantine 2018' FROM patient_reports
            WHERE publication_id = 'constantine2018'),
        'Both rows stand; a filter on direction finds these patients under either.'
    )
) AS conflicts (topic, stated, found, reading);
