"""Read the printed cells of a literature table as closed intervals, one patient report at a time.

The grammar is small and strict. Blanks around the parts are allowed, letters are small, numbers are plain decimals.

=============  ==================================  =====================================================
cell           accepted forms                      read as
=============  ==================================  =====================================================
age            ``15``                              every patient is 15 (completed years)
               ``17 /51``                          as many ages as patients: one each, in printed order
               ``26-48``                           every patient lies somewhere in 26 to 48
dose           ``300 mg/4 wk``, ``300 mg/4 wks.``  300 mg every 4 weeks
               ``75-300 mg/2-4 wk``                75 to 300 mg every 2 to 4 weeks
length         ``14 mos``, ``2 yrs``               every patient; months, 12 to the year
               ``5.5/4 yrs``, ``3mos/2 yrs``       as many lengths as patients: one each; two lengths for
                                                   more than two patients: the two ends of a range
               ``1-73 mos``                        every patient lies somewhere in 1 to 73 months
direction      ``↑``, ``↓``, ``=``                 up, down, unchanged
               ``=/↓``                             a set: each patient shows one of these
               ``na``                              not assessed
=============  ==================================  =====================================================

A slash in an age cell follows the rule of lengths. Anything else raises :class:`NotationError`.
"""

import re
from collections.abc import Mapping
from typing import NamedTuple

WEEKS_PER_PERIOD = 4
MONTHS_PER_YEAR = 12
OLDEST_AGE_YEARS = 120
DIRECTIONS = {"↑": "up", "↓": "down", "=": "unchanged"}
FORMS = {
    "age": "15 · 17 /51 · 26-48",
    "dose": "300 mg/4 wk · 75-300 mg/2-4 wk",
    "length": "14 mos · 2 yrs · 5.5/4 yrs · 3mos/2 yrs · 1-73 mos",
    "direction": "↑ · ↓ · = · =/↓ · na",
    "patients": "a whole number from 1 to 9999",
}

_NUMBER = r"[0-9]{1,4}(?:\.[0-9]{1,3})?"
_RANGE = rf"({_NUMBER})(?: *- *({_NUMBER}))?"
_DOSE = re.compile(rf"{_RANGE} *mg */ *{_RANGE} *wks?\.?")
_LENGTH_RANGE = re.compile(rf"({_NUMBER}) *- *({_NUMBER}) *(mo|yr)s?\.?")
_LENGTH = re.compile(rf"({_NUMBER}) *(?:(mo|yr)s?\.?)?")


class Interval(NamedTuple):
    """A closed interval; an exact value has two equal ends."""

    low: float
    high: float


class Dose(NamedTuple):
    """One dosing scheme: mg per injection, weeks between injections, and mg per 4 weeks derived from both."""

    mg: Interval
    weeks: Interval
    mg_per_4_weeks: Interval


class NotationError(ValueError):
    """A cell that the grammar does not accept; the message names place, cell and accepted forms."""

    def __init__(self, kind: str, cell: str, place: str, problem: str = "is not a form that can be read") -> None:
        super().__init__(f"{place}: {kind} cell {cell!r} {problem}. Accepted forms: {FORMS[kind]}.")


def _interval(low: str, high: str | None, kind: str, cell: str, place: str) -> Interval:
    interval = Interval(float(low), float(high if high is not None else low))
    if interval.low > interval.high:
        raise NotationError(kind, cell, place, "has a range that runs backwards")
    return interval


def _share(values: list[Interval], patients: int, kind: str, cell: str, place: str) -> list[Interval]:
    """Give each patient a value: one for all, one each, or two as the ends of a range."""
    if len(values) == 1:
        return values * patients
    if len(values) == patients:
        return values
    if len(values) == 2 and patients > 2:
        ends = [end for value in values for end in value]
        return [Interval(min(ends), max(ends))] * patients
    raise NotationError(kind, cell, place, f"prints {len(values)} values for {patients} patient(s)")


def parse_ages(cell: str, patients: int, place: str = "cell") -> list[Interval]:
    """Give the age of each patient in completed years, one interval per patient."""
    values = []
    parts = cell.strip().split("/")
    for part in parts:
        match = re.fullmatch(_RANGE, part.strip())
        if not match or (match[2] and len(parts) > 1):
            raise NotationError("age", cell, place)
        values.append(_interval(match[1], match[2], "age", cell, place))
    if max(value.high for value in values) > OLDEST_AGE_YEARS:
        raise NotationError("age", cell, place, f"is above {OLDEST_AGE_YEARS} years")
    return _share(values, patients, "age", cell, place)


def parse_dose(cell: str, place: str = "cell") -> Dose:
    """Give mg per injection, weeks between injections, and mg per 4 weeks (the widest range both allow)."""
    match = _DOSE.fullmatch(cell.strip())
    if not match:
        raise NotationError("dose", cell, place)
    mg = _interval(match[1], match[2], "dose", cell, place)
    weeks = _interval(match[3], match[4], "dose", cell, place)
    if mg.low <= 0 or weeks.low <= 0:
        raise NotationError("dose", cell, place, "must be above zero")
    per_4_weeks = Interval(mg.low * WEEKS_PER_PERIOD / weeks.high, mg.high * WEEKS_PER_PERIOD / weeks.low)
    return Dose(mg, weeks, per_4_weeks)


def parse_lengths(cell: str, patients: int, place: str = "cell") -> list[Interval]:
    """Give the therapy length of each patient in months (12 to the year), one interval per patient."""
    text = cell.strip()
    if match := _LENGTH_RANGE.fullmatch(text):
        scale = MONTHS_PER_YEAR if match[3] == "yr" else 1
        low, high = _interval(match[1], match[2], "length", cell, place)
        return [Interval(low * scale, high * scale)] * patients
    matches = [_LENGTH.fullmatch(part.strip()) for part in text.split("/")]
    last = matches[-1]
    if last is None or last[2] is None:
        raise NotationError("length", cell, place)
    values = []
    for match in matches:
        if match is None:
            raise NotationError("length", cell, place)
        months = float(match[1]) * (MONTHS_PER_YEAR if (match[2] or last[2]) == "yr" else 1)
        values.append(Interval(months, months))
    return _share(values, patients, "length", cell, place)


def parse_directions(cell: str, place: str = "cell") -> list[str] | None:
    """Give the set of directions a cell allows, in printed order; None where it was not assessed."""
    text = cell.strip()
    if text == "na":
        return None
    signs = [sign.strip() for sign in text.split("/")]
    if not set(signs) <= DIRECTIONS.keys() or len(set(signs)) < len(signs):
        raise NotationError("direction", cell, place)
    return [DIRECTIONS[sign] for sign in signs]


def parse_row(row: Mapping[str, str], table: str) -> list[dict[str, object]]:
    """Give the patient reports of one printed row, one dictionary each, with columns named by their units.

    Raises:
        NotationError: a cell cannot be read; the message names table, row, column, cell and accepted forms.
    """
    at = f"{table}, row {row['row']}, column "
    if not re.fullmatch(r"[1-9][0-9]{0,3}", row["patients"]):
        raise NotationError("patients", row["patients"], at + "patients")
    patients = int(row["patients"])
    ages = parse_ages(row["age_printed"], patients, at + "age_printed")
    dose = parse_dose(row["dose_printed"], at + "dose_printed")
    lengths = parse_lengths(row["therapy_length_printed"], patients, at + "therapy_length_printed")
    shared = {
        "row": int(row["row"]),
        "dose_low_mg": dose.mg.low,
        "dose_high_mg": dose.mg.high,
        "interval_low_weeks": dose.weeks.low,
        "interval_high_weeks": dose.weeks.high,
        "dose_low_mg_per_4_weeks": dose.mg_per_4_weeks.low,
        "dose_high_mg_per_4_weeks": dose.mg_per_4_weeks.high,
        "ige_directions": parse_directions(row["total_ige_printed"], at + "total_ige_printed"),
        "tryptase_directions": parse_directions(row["tryptase_printed"], at + "tryptase_printed"),
    }
    return [
        {
            "report_in_row": number,
            "age_low_years": age.low,
            "age_high_years": age.high,
            "therapy_low_months": length.low,
            "therapy_high_months": length.high,
            **shared,
        }
        for number, (age, length) in enumerate(zip(ages, lengths, strict=True), start=1)
    ]


def written(low: float, high: float) -> str:
    """Give a closed interval in words: 17 to 93 is written 17–93, an exact value once."""
    return f"{low:g}" if low == high else f"{low:g}–{high:g}"
