-- One row per study group: its verdict under the filter, and the filters that keep it out.
CREATE OR REPLACE TEMP TABLE chosen_groups AS FROM judged_groups($filter);
