-- One row per side and property: patients who surely have it of those surely in the side, and the bounds with all who may.
WITH patients AS (
    -- A patient taken to be reported twice has a property for sure only where both reports agree.
    SELECT
        side, slot, property, patient_id, min(verdict) = 'certain' AS surely, bool_or(may_have) AS may_have, bool_and(has) AS has,
        bool_and(alone) AS alone
    FROM chosen JOIN report_properties USING (report_id) WHERE counted
    GROUP BY side, slot, property, patient_id
),
counted AS (
    SELECT
        side, slot, property,
        count(*) FILTER (surely) AS patients,
        count(*) FILTER (surely AND has) AS holders,
        count(*) FILTER (surely AND may_have) AS holders_at_most,
        count(*) FILTER (may_have) AS any_holders,
        count(*) FILTER (NOT has) AS any_others,
        count(*) FILTER (surely AND NOT may_have) AS sure_others,
        coalesce(bool_and(alone) FILTER (surely), false) AS alone
    FROM patients GROUP BY side, slot, property
)
SELECT
    side, slot, property, patients, holders, holders_at_most, alone,
    range_text(holders, holders_at_most) || ' of ' || patients AS counts,
    coalesce(100 * holders / nullif(holders + any_others, 0), CASE WHEN any_holders > 0 THEN 100 END) AS bound_low_percent,
    coalesce(100 * any_holders / nullif(any_holders + sure_others, 0), CASE WHEN any_others > 0 THEN 0 END) AS bound_high_percent
FROM counted ORDER BY slot, side;
