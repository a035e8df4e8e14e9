-- One row per study group: its verdict under the filter.
CREATE OR REPLACE TEMP TABLE chosen_groups AS FROM judged_groups('chosen', $filter);
