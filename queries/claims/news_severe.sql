-- One row per check: the form of systemic mastocytosis that the paper diagnoses.
SELECT words || ' systemic mastocytosis' AS recomputed, words = $stated_words AS holds FROM case_facts WHERE fact_id = 'form';
