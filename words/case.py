"""What the figures of the child's course show."""

import pandas as pd

from queries import Objects

NUMBERS = ["no", "one", "two", "three", "four", "five"]


def course(rows: Objects) -> str:
    """Give what the course shows, as a title: in its order, with the only distance that is printed, and without a cause.

    Args:
        rows: ``case/story``.
    """
    closed = {row.id: row for row in rows if row.kind == "mark" and not row.depth}
    zero, relapse = closed["score-zero"], closed["relapse"]
    doses = sum(name.startswith("dose-") and row.start_high <= zero.start_low for name, row in closed.items())
    return (
        f"Symptoms ended within {NUMBERS[doses]} injections, returned {relapse.weeks:g} weeks after the last one before a "
        "missed dose, and ended again"
    )


def course_key(rows: Objects) -> str:
    """Give how the marks of the course are read, naming none that is not drawn.

    Args:
        rows: ``case/story``.
    """
    marks = [row for row in rows if row.kind == "mark"]
    known = {row.precision for row in marks}
    said = {
        "solid: as printed or derived": known & {"stated", "derived"},
        "pale: perhaps so long": any(row.form == "lasting" for row in marks),
        "between ticks: some time in between": any(row.form == "moment" and row.start_low < row.start_high for row in marks),
        "as high as the dose where one is printed": any(row.id.startswith("ketotifen") for row in marks),
        "≠: the paper tells two stories": any(row.kind == "conflict" for row in rows),
    }
    text = "; ".join(part for part, drawn in said.items() if drawn)
    return f"{text[0].upper()}{text[1:]}."


def course_caption(rows: Objects) -> str:
    """Give how the course is read, and the age that ties its two clocks together.

    Args:
        rows: ``case/story``.
    """
    return f"{course_key(rows)} First dose at {first_dose(rows)}; choose a mark for its detail."


def first_dose(rows: Objects) -> str:
    """Give the age at the first dose as far as it is known.

    Args:
        rows: ``case/story``.
    """
    low, high = next((row.first_dose_low_years, row.first_dose_high_years) for row in rows if row.kind == "mark")
    return f"{low:g} or {high:g} years (derived)"


def score(rows: pd.DataFrame) -> str:
    """Give where the symptom score began and ended, as a title.

    Args:
        rows: ``case/score``.
    """
    return f"The symptom score went from {rows['value'].iloc[0]} to {rows['value'].iloc[-1]}"


def biomarker(rows: pd.DataFrame, name: str) -> str:
    """Give what the printed values of one biomarker show, as a title.

    Args:
        rows: its rows of ``case/biomarkers``.
        name: the biomarker as the measurements call it.
    """
    values, limit = rows.loc[~rows["is_limit"], "value"], rows.loc[rows["is_limit"], "value"]
    unit = rows["unit"].iloc[0]
    if len(limit):
        above = values.min() > limit.iloc[0]
        found, side = ("All printed", "above") if above else ("Printed", "on both sides of")
        return f"{found} {name} values lie {side} the normal limit of {limit.iloc[0]:g} {unit}"
    if unit == "times baseline":
        return f"Total immunoglobulin E (IgE) rose to {values.max():g} times its baseline"
    return f"The {name} went from {values.iloc[0]:g} to {values.iloc[-1]:g} %"


def medians(rows: pd.DataFrame) -> str:
    """Give how far the medians of a biomarker that the paper calls stable lie apart, as a sentence.

    Args:
        rows: the rows of ``case/biomarkers`` of tryptase.
    """
    before, during = rows.loc[rows["statistic"] == "median", "value"]
    return (
        f"The paper calls tryptase stable: its printed medians are {before:g} before and {during:g} during omalizumab "
        f"({during / before - 1:+.1%})."
    )
