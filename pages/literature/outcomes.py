"""What happened to the patients, as far as abstracts tell."""
