-- One row per check: the first and last daily amount of the two drugs that were kept.
SELECT
    string_agg(lower(drug) || ' from ' || number_text(first) || ' to ' || number_text(last) || ' mg a day ('
        || number_text(round(100 * (1 - last / first))) || ' % less)', ', ' ORDER BY drug DESC) AS recomputed,
    -- Reduced is no proof of much reduced.
    if(bool_and(fate = 'reduced'), NULL, false) AS holds
FROM drug_courses() WHERE drug IN ('Ketotifen', 'Cromolyn sodium');
