-- One row per number that the models of the dosing interval compute with, and how it is known.
SELECT
    model, symbol, meaning, value, unit, weight_exponent, ige_exponent, coalesce(exponent_status, '') AS exponent_status,
    spread, coalesce(spread_kind, '') AS spread_kind, status, coalesce(how, '') AS how, source
FROM pk_parameters ORDER BY rowid;
