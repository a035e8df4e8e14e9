"""What the figures of the child's course show."""

import pandas as pd

# How well a time is known, and how it looks.
PRECISIONS = {
    "stated": "filled, unbroken: time stated",
    "derived": "open, dashed: derived",
    "order only": "dotted: order only",
    "assumed": "dash-dotted, ?: a limit is assumed",
}


def timeline(rows: pd.DataFrame) -> str:
    """Give how much of the course is shown, as a title.

    Args:
        rows: ``case/timeline``.
    """
    return f"One child's course: {len(marks(rows))} events and medication steps"


def timeline_caption(rows: pd.DataFrame) -> str:
    """Give how the timeline is read, and the age that ties its two clocks together.

    Args:
        rows: ``case/timeline``.
    """
    return " ".join([*timeline_key(rows), f"First dose at {first_dose(rows)}; click an event for its detail."])


def timeline_key(rows: pd.DataFrame) -> list[str]:
    """Give what the marks of the timeline mean as up to two sentences, naming none that is not drawn.

    Args:
        rows: ``case/timeline``.
    """
    timed = rows[rows["form"].isin(["moment", "lasting"])]
    between = (timed["form"] == "moment") & (timed["start_low"] < timed["start_high"])
    lengths = {
        "between ticks: some time in between": between.any(),
        "pale: may have lasted so long": "lasting" in set(timed["form"]),
    }
    known = [text for precision, text in PRECISIONS.items() if precision in set(timed["precision"])]
    sentences = ["; ".join(parts) for parts in [[text for text, drawn in lengths.items() if drawn], known] if parts]
    return [f"{sentence[0].upper()}{sentence[1:]}." for sentence in sentences]


def first_dose(rows: pd.DataFrame) -> str:
    """Give the age at the first dose as far as it is known.

    Args:
        rows: ``case/timeline``.
    """
    return f"{rows['first_dose_low_years'].min():g} or {rows['first_dose_high_years'].max():g} years (derived)"


def marks(rows: pd.DataFrame) -> pd.DataFrame:
    """Give the events and medication steps of ``case/timeline``, without the headings of its lanes."""
    return rows[rows["kind"] != "lane"]


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
