"""Numbers in words: intervals, and counts that are certain or possible."""

from typing import Any

KEY = "Solid: certain. Pale and dashed: possible. Dotted: not reported. Faint grey: excluded. Orange: the child."


def interval(low: float, high: float) -> str:
    """Give a closed interval in words: 17 to 93 is written 17–93, an exact value once."""
    return f"{low:g}" if low == high else f"{low:g}–{high:g}"


def counted(count: Any, possible: bool = True) -> str:
    """Give one row of ``literature/counts`` in words, such as "6 of 81 patients, up to 46".

    Args:
        possible: whether possible matches count; where they do not, they are named as left out.
    """
    text = f"{count.certain} of {count.total} {count.unit}"
    if not count.possible:
        return text
    return (
        f"{text}, up to {count.certain + count.possible}"
        if possible
        else f"{text} for certain, {count.possible} possible ones left out"
    )


def bounds(count: Any, possible: bool = True) -> str:
    """Give one row of ``literature/counts`` as a number, or as its bounds: 6, or 6–46."""
    return interval(count.certain, count.certain + (count.possible if possible else 0))


def biomarker(name: str, rows: Any) -> str:
    """Give what the printed values of one biomarker show, as a title.

    Args:
        name: the biomarker as the measurements call it.
        rows: its rows of ``case/biomarkers``.
    """
    values, limit = rows.loc[~rows["is_limit"], "value"], rows.loc[rows["is_limit"], "value"]
    if len(limit):
        side = "above" if values.min() > limit.iloc[0] else "on both sides of"
        return f"{'All printed' if side == 'above' else 'Printed'} {name} values lie {side} the normal limit of {limit.iloc[0]:g} {rows['unit'].iloc[0]}"
    if rows["unit"].iloc[0] == "times baseline":
        return f"Total immunoglobulin E (IgE) rose to {values.max():g} times its baseline"
    return f"The {name} went from {values.iloc[0]:g} to {values.iloc[-1]:g} %"
