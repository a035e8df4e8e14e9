-- One row per statement whose query answered: the verdict that the statement's rule gives on the answer.
WITH answers AS (
    SELECT unnest($claim_ids) AS claim_id, unnest($found::DOUBLE[]) AS found, unnest($holds::BOOLEAN[]) AS holds
)
SELECT
    claim_id,
    CASE
        -- A condition that comes with a number outweighs it.
        WHEN rule != 'judgement' AND NOT holds THEN 'differs'
        WHEN rule = 'number' THEN agreement(stated_value, found, decimals)
        WHEN rule = 'holds' AND holds THEN 'agrees'
        ELSE 'cannot be checked'
    END AS verdict
FROM answers JOIN claims USING (claim_id) ORDER BY position;
