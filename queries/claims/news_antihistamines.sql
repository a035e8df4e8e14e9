-- One row per check: what became of each antihistamine of the child.
SELECT
    string_agg(lower(drug) || CASE WHEN goes_on THEN ' from ' || number_text(first) || ' to ' || number_text(last) || ' mg a day'
        ELSE ' stopped after ' || number_text(months) || ' months (derived)' END, ', ' ORDER BY drug) AS recomputed,
    bool_and(fate IN ('stopped', 'reduced')) AS holds
FROM drug_courses() WHERE drug IN ('Cetirizine', 'Ketotifen');
