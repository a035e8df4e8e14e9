-- One row per side and property: patients who surely have it of those surely in the side, and the bounds with all who may.
WITH told AS (
    SELECT
        side, patient_id, verdict,
        unnest([
            {slot: 1, property: 'Cutaneous mastocytosis', open: [disease], wanted: 'cutaneous'},
            {slot: 2, property: 'Dose of exactly 300 mg', wanted: '300',
                open: CASE WHEN dose_low_mg = 300 AND dose_high_mg = 300 THEN ['300']
                    WHEN dose_low_mg <= 300 AND dose_high_mg >= 300 THEN ['300', 'another'] ELSE ['another'] END},
            {slot: 3, property: 'Total IgE assessed', open: [if(ige_directions IS NULL, 'no', 'yes')], wanted: 'yes'},
            {slot: 4, property: 'Total IgE up, where assessed', open: ige_directions, wanted: 'up'},
            {slot: 5, property: 'Tryptase assessed', open: [if(tryptase_directions IS NULL, 'no', 'yes')], wanted: 'yes'},
            {slot: 6, property: 'Tryptase unchanged, where assessed', open: tryptase_directions, wanted: 'unchanged'}
        ], recursive := true)
    FROM chosen WHERE counted
),
patients AS (
    -- A patient taken to be reported twice has a property for sure only where both reports agree.
    SELECT
        side, slot, property, patient_id, min(verdict) = 'certain' AS surely,
        bool_or(list_contains(open, wanted)) AS may_have, bool_and(open = [wanted]) AS has
    FROM told WHERE open IS NOT NULL GROUP BY ALL
),
counted AS (
    SELECT
        side, slot, property,
        count(*) FILTER (surely) AS patients,
        count(*) FILTER (surely AND has) AS holders,
        count(*) FILTER (surely AND may_have) AS holders_at_most,
        count(*) FILTER (may_have) AS any_holders,
        count(*) FILTER (NOT has) AS any_others,
        count(*) FILTER (surely AND NOT may_have) AS sure_others
    FROM patients GROUP BY ALL
)
SELECT
    side, slot, property, patients, holders, holders_at_most, range_text(holders, holders_at_most) || ' of ' || patients AS counts,
    coalesce(100 * holders / nullif(holders + any_others, 0), CASE WHEN any_holders > 0 THEN 100 END) AS bound_low_percent,
    coalesce(100 * any_holders / nullif(any_holders + sure_others, 0), CASE WHEN any_others > 0 THEN 0 END) AS bound_high_percent
FROM counted ORDER BY slot, side;
