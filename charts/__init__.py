"""Charts: rows in, an Altair chart out; one module per subject, what all share in ``look``, the ways out in ``export``."""
