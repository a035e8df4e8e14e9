"""A source: the tables that every question is asked of, what they are called, and how far their values reach."""

from collections import OrderedDict
from collections.abc import Callable, Hashable, Mapping
from dataclasses import dataclass, field
from math import ceil, floor, gcd
from threading import Lock
from typing import Any, NamedTuple

import duckdb

# Therapy lengths that people speak of, in months.
LADDER = (1, 2, 3, 4, 6, 9, 12, 15, 18, 24, 30, 36, 48, 60, 96, 120, 144, 180, 240, 300, 360, 480, 600)
MOST_STOPS = 24
MOST_RANGE_ENDS = 12


class Dose(NamedTuple):
    """A dose per injection as a source prints it, such as "75–300 mg", and the first and last lane of its courses."""

    dose: str
    first: int
    last: int


class Limits(NamedTuple):
    """How far the values of a source reach: stops of sliders and what scales must hold, constant for a source."""

    stops: tuple[tuple[str, tuple[int, ...]], ...]
    """The stops of each quantity in its unit, ascending; an axis that keeps to them never jumps as filters move."""
    patients: int
    reports: int
    publications: int
    rows: int
    largest_publication: int
    """The most patient reports in one publication."""
    largest_disease: int
    """The most patient reports with one form of the disease."""
    largest_row: int
    """The most patient reports in one table row."""
    doses: tuple[Dose, ...] = ()
    """Every dose that is printed, the smallest first."""

    def of(self, quantity: str) -> tuple[int, ...]:
        """Give the stops of one quantity, such as ``dose`` in mg; none where the source tells nothing of it."""
        return dict(self.stops).get(quantity, ())

    def units(self) -> dict[str, int]:
        """Give how many there are of each counting unit."""
        return {
            "patients": self.patients, "patient reports": self.reports, "publications": self.publications,
            "table rows": self.rows,
        }  # fmt: skip


def stops(reach: Mapping[str, Any]) -> tuple[int, ...]:
    """Give the stops of a slider that holds every value of a quantity.

    Args:
        reach: its lowest and highest value, every end of an interval, the upper ends of ranges, and the rule: every whole
            number; equal steps, as large as the whole ends allow; or a ladder of usual values with the ends of ranges,
            because that is where verdicts change.
    """
    low, high = floor(reach["low"]), ceil(reach["high"])
    if reach["stops"] == "whole":
        return tuple(range(low, high + 1))
    if reach["stops"] == "steps":
        step = gcd(*(int(end) for end in reach["ends"] if end == int(end))) or 1
        while (high - low) / step > MOST_STOPS:
            step *= 2
        return tuple(range(low // step * step, ceil(high / step) * step + 1, step))
    ends = [ceil(end) for end in reach["range_ends"]]
    inner = {stop for stop in LADDER if low < stop < high}.union(ends if len(ends) <= MOST_RANGE_ENDS else [])
    return tuple(sorted(inner | {low, high}))


class Cache:
    """The answers given last, at most so many; safe to share between threads."""

    def __init__(self, size: int) -> None:
        self._size, self._lock = size, Lock()
        self._kept: OrderedDict[Hashable, Any] = OrderedDict()

    def get(self, key: Hashable, make: Callable[[], Any]) -> Any:
        """Give what is kept under a key, made anew where nothing is; two that ask at once may both make it."""
        with self._lock:
            if key in self._kept:
                self._kept.move_to_end(key)
                return self._kept[key]
        made = make()
        with self._lock:
            self._kept[key] = made
            while len(self._kept) > self._size:
                self._kept.popitem(last=False)
        return made


class Cohort(NamedTuple):
    """A cursor of its own that holds the chosen cohort of one filter, and the lock of whoever asks it."""

    cursor: duckdb.DuckDBPyConnection
    lock: Lock
    derived: set[str]


@dataclass(frozen=True, eq=False)
class Source:
    """Tables with everything derived from them. Each is itself alone: what is cached lies in it and goes with it."""

    name: str
    """What readers call it, such as "Table 1 of Bossi 2023"."""
    citation: str
    licence: str
    version: str
    """Eight hexadecimal digits that change with its values."""
    built_in: bool
    """Whether it comes with the app; nothing of any other is ever written to disk."""
    has_child: bool
    """Whether it holds an index case that figures can lay over the literature."""
    connection: duckdb.DuckDBPyConnection = field(repr=False)
    limits: Limits
    answers: Cache = field(default_factory=lambda: Cache(4096), repr=False)
    cohorts: Cache = field(default_factory=lambda: Cache(32), repr=False)
    lock: Lock = field(default_factory=Lock, repr=False)

    def cursor(self) -> duckdb.DuckDBPyConnection:
        """Give a cursor of its own: a connection that threads share mixes up their answers."""
        with self.lock:
            return self.connection.cursor()


class Choice(NamedTuple):
    """What is looked at: a source, and a filter on it as JSON text. Pages, figures, talk, links and pins all take it."""

    source: Source
    filter: str = "{}"
