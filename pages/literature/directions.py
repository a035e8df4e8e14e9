"""Which way total immunoglobulin E and tryptase went."""
