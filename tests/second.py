"""A second, invented source: other ages, doses, lengths, years and publications, so that no number of the first can hide."""

from functools import cache
from pathlib import Path

import data
import queries
from data.source import Source

FOLDER = Path(__file__).parent / "second"


@cache
def second_source() -> Source:
    """Give the invented table as a source; it holds no child, no findings and no statements."""
    return queries.source(
        data.read(FOLDER), "An invented table", "Source: an invented table, for tests only", "No licence: invented"
    )
