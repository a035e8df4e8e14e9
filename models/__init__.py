"""What is computed beyond SQL: rows in, rows out."""
