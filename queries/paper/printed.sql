-- One row per row of Table 1 that a statement rests on, as printed and with its source.
SELECT
    study, patients, age_printed AS age, dose_printed AS dose, therapy_length_printed AS therapy_length,
    total_ige_printed AS total_ige, tryptase_printed AS tryptase, printed_rows.source
FROM printed_rows JOIN claim_evidence ON table_name = 'table_rows' AND key = row::VARCHAR
WHERE claim_id = $claim_id ORDER BY row;
