"""When injections are planned and given, and how many a year takes."""

import math
from collections.abc import Collection
from typing import NamedTuple

DAYS_A_YEAR = 365.25


class Planned(NamedTuple):
    """One planned injection: its number from 1, its week from the first, and whether it is given."""

    number: int
    week: int
    given: bool


def planned(every: int, count: int, missed: Collection[int] = (), changed_at: int = 0, later: int = 0) -> list[Planned]:
    """Give the planned injections in their order; a missed one keeps its place and leaves a gap.

    Args:
        every: weeks from one to the next; missed: numbers of those that are not given; the first always is.
        changed_at: the number of the injection after which there are ``later`` weeks from one to the next; 0 for none.
    """
    weeks = [0]
    for number in range(1, count):
        weeks.append(weeks[-1] + (later if changed_at and number >= changed_at else every))
    return [Planned(number, week, number == 1 or number not in missed) for number, week in enumerate(weeks, 1)]


def end(every: int, count: int, changed_at: int = 0, later: int = 0) -> int:
    """Give the week in which the injection after the last planned one would be due."""
    return planned(every, count + 1, (), changed_at, later)[-1].week


class Year(NamedTuple):
    """What an interval takes a year, on average: injections, vials for one of them, and vials."""

    weeks: int
    injections: float
    vials_each: int
    vials: float


def year(weeks: int, dose: int, vial: int) -> Year:
    """Give what an interval in weeks takes a year, for a dose and a size of vials in mg; a vial that is opened is used up."""
    injections, each = DAYS_A_YEAR / (7 * weeks), math.ceil(dose / vial)
    return Year(weeks, injections, each, injections * each)
