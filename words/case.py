"""What the figures of the child's course show."""

import pandas as pd


def timeline(rows: pd.DataFrame) -> str:
    """Give how much of the course is shown, as a title.

    Args:
        rows: ``case/timeline``.
    """
    return f"One child's course: {len(marks(rows))} events and medication steps"


def timeline_caption(rows: pd.DataFrame) -> str:
    """Give how the timeline is read.

    Args:
        rows: ``case/timeline``.
    """
    return (
        "As the paper tells it, symptoms ended on omalizumab, came back after a missed dose and ended again after the re-start "
        "(shaded; Case presentation, paragraphs 5 to 7). Filled: time stated; open circle: derived; diamond: only the order "
        "is known, "
        "drawn evenly in its possible span (dotted). Pale bars: the start or end lies somewhere there. Arrow: still so at the "
        "last "
        f"report. The first dose is taken to fall at {rows['first_dose_years'].max():g} years; all that is counted from it "
        "could shift "
        "together by a year on the age axis. Click an event for its detail."
    )


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
