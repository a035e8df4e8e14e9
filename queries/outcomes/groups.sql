-- One row per study group: its verdict under the filter, the filters that keep it out, and whether it is left out.
SELECT
    publication, group_name, verdict::VARCHAR AS verdict,
    if(verdict = 'possible', 'possible only', kept_out_by) AS kept_out_by,
    verdict = 'excluded' OR (verdict = 'possible' AND NOT possible_counts) AS left_out
FROM group_facts JOIN chosen_groups USING (group_id)
ORDER BY verdict, list_position(['table 1', 'index case', 'outside table 1', 'review'], role), publication, group_id;
