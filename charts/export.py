"""The ways a chart leaves this room: without rows for the screen and the stage, with rows as a picture.

A chart function takes its rows, then its options; an option may be the limits of a source. Options are part of a cache's
key, so they are hashable, and the caches are bounded, because every source has limits of its own.
"""

import math
import re
from collections.abc import Callable, Sequence
from functools import lru_cache
from typing import Any

import pandas as pd

from charts import look, renderer

Figure = Callable[..., look.Chart]
# Free pixels around a chart on the screen: part of the last label of an axis, or of one at the top, stands outside the plot.
# The height of an axis with its title, between two views.
AXIS = 30
ROOM = {"left": 0, "top": 4, "right": 9, "bottom": 20}


@lru_cache(maxsize=256)
def specification(figure: Figure, *options: Any) -> dict[str, Any]:
    """Give the Vega-Lite specification of a chart without its rows: the same for every filter setting.

    Args:
        figure: a chart function of this room.
        options: what it takes beside its rows.
    """
    drawn: dict[str, Any] = figure(pd.DataFrame(), *options).to_dict()
    for part in ["data", "datasets", "$schema"]:
        drawn.pop(part, None)
    # Views below each other are as wide as their place, words included, so that nothing stands beside them.
    sides = {"left": 0, "right": 0} if "vconcat" in drawn else {}
    return {**drawn, "padding": {**ROOM, **sides}}


def _marked(layer: dict[str, Any], rows: pd.DataFrame) -> pd.DataFrame:
    """Give the rows that a layer draws, as far as flags alone decide it: ``datum.exact`` or ``!datum.exact``."""
    for step in layer.get("transform", []):
        if flag := re.fullmatch(r"(!?)datum\.(\w+)", str(step.get("filter"))):
            held = rows[flag[2]].eq(True).fillna(False).astype(bool)
            rows = rows[~held if flag[1] else held]
    return rows


def _lines(drawn: dict[str, Any], channel: str, rows: pd.DataFrame) -> set[Any]:
    """Give the values of a banded channel: those its scale names, or else those of the rows that are drawn."""
    values: set[Any] = set()
    for layer in drawn["layer"]:
        encoding = layer["encoding"].get(channel, {})
        if named := (encoding.get("scale") or {}).get("domain"):
            values.update(named)
        elif encoding.get("field") in rows:
            values.update(_marked(layer, rows)[encoding["field"]].dropna())
    return values


def plot_height(drawn: dict[str, Any], rows: pd.DataFrame) -> int:
    """Give the height of a chart's plot in pixels: a constant one, or a step for each of its lines.

    Args:
        drawn: the specification of the chart.
        rows: what it draws.
    """
    if views := drawn.get("vconcat"):
        return sum(plot_height(view, rows) for view in views) + int(drawn["spacing"]) + AXIS
    if isinstance(height := drawn["height"], int):
        return height
    step: int = height["step"]
    lines, lanes = len(_lines(drawn, "y", rows)) or 1, len(_lines(drawn, "yOffset", rows))
    # Where a line has lanes, a step is a lane's, and Vega-Lite leaves a fifth of a line free between lines and at both ends.
    return math.ceil(step * lanes / 0.8 * (lines + 0.2)) if lanes else step * lines


# What stands around a plot whose height follows its lines, in pixels: its padding; with labels of an axis; with its title.
AROUND = {"nothing": 24, "labels": 24 + 29, "title": 24 + 29 + 28}


def room(drawn: dict[str, Any], rows: pd.DataFrame) -> int:
    """Give the least height of a whole chart on the screen in pixels, which a page keeps free until it arrives.

    Args:
        drawn: the specification of the chart; rows: what it draws.
    """
    if "vconcat" in drawn or isinstance(drawn["height"], int):
        return plot_height(drawn, rows)
    places = [layer["encoding"]["x"] for layer in drawn["layer"] if "x" in layer["encoding"]]
    around = "title" if any(place.get("title") for place in places) else "nothing"
    if around == "nothing" and any(place.get("axis") for place in places):
        around = "labels"
    return plot_height(drawn, rows) + AROUND[around]


def picture(kind: str, figure: Figure, rows: pd.DataFrame, options: tuple[Any, ...], title: str, notes: list[str]) -> bytes:
    """Give a chart with its rows as an ``svg`` or ``png`` file, with title, filter sentence and source inside it.

    Args:
        kind: ``svg`` or ``png`` (twice the size, for print and projection).
        notes: lines below the title, such as the filter sentence and the source.
    """
    return renderer.convert(kind, complete(figure, rows, options, title, notes), 2)


def complete(
    figure: Figure, rows: pd.DataFrame, options: tuple[Any, ...], title: str = "", notes: Sequence[str] = ()
) -> dict[str, Any]:
    """Give the specification of a chart with its rows, ready to be converted; its ``width`` may be set anew.

    Args:
        title: what is seen; without it the chart stands alone, for a place that prints title and notes beside it.
        notes: lines below the title.
    """
    drawn: dict[str, Any] = figure(rows, *options).configure(**PRINT).to_dict()
    drawn |= {"background": look.PAPER, "padding": 16 if title else 4}
    if title:
        drawn["title"] = {"text": title, "subtitle": list(notes), **HEADING}
    return drawn if "vconcat" in drawn else {"width": 720, **drawn}


HEADING = {"anchor": "start", "fontSize": 17, "subtitleFontSize": 12, "subtitleColor": look.SUBTITLE, "offset": 14}
PRINT: dict[str, Any] = {
    "font": "sans-serif",
    "view": {"stroke": "transparent"},
    "axis": {"labelFontSize": 12, "titleFontSize": 12, "titleFontWeight": "normal", "gridColor": look.GRID},
}
