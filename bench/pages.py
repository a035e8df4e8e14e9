"""The pages that are timed, in which states, and how much slower than the empty page each may be."""

from collections.abc import Mapping
from typing import NamedTuple

GROUPS = ["Pediatric", "Adult", "All"]
WARM_UP = 6


class Target(NamedTuple):
    """What is wanted of a page in a new state, as a ratio to the empty page: of the server's run and of the figures drawn.

    Each page keeps a lower age of its own, so that no page finds the states it moves through already asked by another.
    ``settings`` is what it needs beside the filter; the figures of some have to be there before those of the naive page.
    """

    low: int
    server: float
    figures: float
    below_naive: bool = False
    settings: Mapping[str, str] = {}


PAGES = {
    "cohort": Target(0, 1.4, 1.8, below_naive=True),
    "dose": Target(1, 1.4, 1.8, below_naive=True),
    "table": Target(2, 1.4, 1.8),
    # The sides of a comparison follow the filters only where they are not preset.
    "comparison": Target(3, 2.0, 2.4, settings={"sides": "Pinned"}),
    "directions": Target(4, 2.0, 2.4),
    "outcomes": Target(5, 2.5, 2.6),
}
# In a state asked for before: server's run, numbers (in a new one, too), and figures at p50 and p95.
# A setting of the models that nobody had before.
MODELS_SERVER = 2.5
SEEN_SERVER, NUMBERS, SEEN_FIGURES, SEEN_FIGURES_P95 = 1.7, 1.2, 1.6, 2.2
