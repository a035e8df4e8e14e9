"""Two groups of patients, side by side."""
