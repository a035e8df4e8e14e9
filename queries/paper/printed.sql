-- One row per named row of Table 1, as printed and with its source.
SELECT
    study, patients, age_printed AS age, dose_printed AS dose, therapy_length_printed AS therapy_length,
    total_ige_printed AS total_ige, tryptase_printed AS tryptase, source
FROM printed_rows WHERE list_contains($rows::INTEGER[], row) ORDER BY row;
