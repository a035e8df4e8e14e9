"""Colours, marks, tooltips and axes that mean the same on every chart, each written once."""

import math
from collections.abc import Sequence
from typing import Any, NamedTuple

import altair as alt
import pandas as pd

Chart = alt.LayerChart | alt.FacetChart | alt.VConcatChart

# Each reads on white and on near-black; none carries a meaning that shape, dash or a label does not carry too.
CERTAIN = "#2a7fbf"
CHILD = "#d5670b"  # the child's marks and nothing else
PALE = "#8fb4d3"  # the same among many, beside one that stands out
MUTED = "#8b929c"
OTHER = "#7a5cc7"  # the second of two groups where the first is drawn in CERTAIN
# Kinds of things that need a colour of their own. Plum, unlike purple, stays apart from CERTAIN for colour-blind readers.
BROWN, GREEN, PLUM, RED = "#a0672b", "#2c8a57", "#b3457f", "#c8435a"
GUIDE = "gray"  # a line that guides the eye: a limit, a border, the middle
# Words beside the marks. No one grey reads on both backgrounds, so it follows the one that the theme or the picture sets.
TEXT = alt.expr("luminance(background || 'white') > 0.2 ? '#4a5361' : '#b9c0ca'")
BEHIND = alt.expr("background || 'white'")  # what covers the lines of an axis where it does not hold
ON_SOLID = "white"  # words on a solid mark
PAPER, SUBTITLE, GRID = "white", "#555", "#e3e5e8"  # what a picture in a file has beside its marks


@alt.theme.register("readable", enable=True)
def readable() -> alt.theme.ThemeConfig:
    """Give every chart axes in the colour of its words; Streamlit's own grey is too faint on white."""
    words: Any = {"labelColor": TEXT.to_dict(), "titleColor": TEXT.to_dict()}
    return {"config": {"axis": words}}


class Look(NamedTuple):
    """How a mark looks under one verdict: its colour, its dash, and a strength from 0 to 1 for each kind of mark."""

    colour: str
    dash: list[int]
    """Of the outline: a line, dashes, or dots."""
    fill: float
    outline: float
    arrow: float
    """The fill of an arrow, small and on its own line: pale a little stronger, faint a little weaker than a bar's."""
    arrow_outline: float
    """The outline of an arrow, which has no dash: its strength alone tells the verdict."""
    whole: float
    """A whole mark whose fill already has a meaning: it fades, and stays strong enough for its text to be found."""
    cell: float
    """The fill of a cell below words."""


# Solid, pale and dashed, dotted and hollow, faint; and the child laid over.
VERDICTS = {
    "certain": Look(CERTAIN, [1, 0], fill=0.95, outline=1.0, arrow=0.95, arrow_outline=1.0, whole=1.0, cell=0.22),
    "possible": Look(CERTAIN, [4, 2], fill=0.2, outline=1.0, arrow=0.25, arrow_outline=0.9, whole=0.6, cell=0.07),
    "not reported": Look(MUTED, [1, 2], fill=0.0, outline=0.9, arrow=0.0, arrow_outline=0.5, whole=0.5, cell=0.0),
    "excluded": Look(MUTED, [1, 0], fill=0.1, outline=0.4, arrow=0.06, arrow_outline=0.25, whole=0.25, cell=0.0),
    "child": Look(CHILD, [1, 0], fill=0.9, outline=1.0, arrow=0.95, arrow_outline=1.0, whole=1.0, cell=0.0),
}


class Precision(NamedTuple):
    """How a time of the case looks by how well it is known: shape and fill of a point, dash of a line or an outline."""

    shape: str
    fill: float
    dash: list[int]


# Filled and solid, open and dashed, dotted, and square and dash-dotted: what rests on an assumption also gets a question mark.
PRECISIONS = {
    "stated": Precision("circle", 1, [1, 0]),
    "derived": Precision("circle", 0.15, [6, 3]),
    "order only": Precision("diamond", 0, [2, 3]),
    "assumed": Precision("square", 0, [8, 3, 2, 3]),
}

ASSUMED = "?"


class Check(NamedTuple):
    """How a checked statement looks: the colour and strength of its square, and the sign in it."""

    colour: str
    fill: float
    sign: str


CHECKS = {
    "agrees": Check(CERTAIN, 0.95, "="),
    "agrees within rounding": Check(CERTAIN, 0.2, "≈"),
    "cannot be checked": Check(MUTED, 0.12, "?"),
    "differs": Check(PLUM, 0.95, "≠"),
}


# Whether a row belongs to the study that a reader has chosen. In between, as where none is chosen, it is drawn as ever.
LIT, UNLIT = "datum.lit === true", "datum.lit === false"
FADED, FADED_WORDS = 0.3, 0.85  # words stay readable


def choosable(chart: alt.Chart) -> alt.Chart:
    """Let a click on a mark choose its study; the name and the field are those that the page reads.

    Each click adds a study to the selection or takes it out, so that no click goes unnoticed; what is drawn follows the rows.
    """
    picked = alt.selection_point("study", fields=["publication"], on="click", toggle="true", clear=False)
    return chart.add_params(picked)


def fading(faded: float = FADED) -> Any:
    """Give the strength of a whole mark: weak where a study is chosen and the mark belongs to another."""
    return alt.condition(UNLIT, alt.value(faded), alt.value(1))


def ringed(stroke: Any, width: float = 1.3) -> dict[str, Any]:
    """Give the outline of marks: heavy and in the colour of words where a mark belongs to the chosen study.

    Args:
        stroke: the colour of all other outlines, as a channel; width: their width in pixels.
    """
    stroke["condition"] = {"test": LIT, "value": TEXT.to_dict()}
    return {"stroke": stroke, "strokeWidth": alt.condition(LIT, alt.value(2.6), alt.value(width))}


def mapped(channel: Any, field: str, values: dict[str, Any]) -> Any:
    """Give one encoding channel, without a legend, that takes its value from a field.

    Args:
        channel: a channel of Altair, such as ``alt.Fill``.
        field: with its type; ``:O`` where the channel would blend a nominal field, as opacities and dashes do.
        values: the channel's value for each value of the field.
    """
    kind: Any = "ordinal" if field.endswith(":O") else alt.Undefined
    return channel(field, scale=alt.Scale(type=kind, domain=list(values), range=list(values.values())), legend=None)


def by_verdict(channel: Any, aspect: str) -> Any:
    """Give one encoding channel that takes an aspect of :class:`Look`, by its name, from the verdict of a row."""
    return mapped(channel, "verdict:O", {verdict: getattr(look, aspect) for verdict, look in VERDICTS.items()})


def verdict_look() -> dict[str, Any]:
    """Give the channels that draw a row's verdict: colour, strengths and dash; lit or faded by its study."""
    return {
        "opacity": fading(),
        **ringed(by_verdict(alt.Stroke, "colour")),
        "fill": by_verdict(alt.Fill, "colour"),
        "fillOpacity": by_verdict(alt.FillOpacity, "fill"),
        "strokeOpacity": by_verdict(alt.StrokeOpacity, "outline"),
        "strokeDash": by_verdict(alt.StrokeDash, "dash"),
    }


def stacked(rows: pd.DataFrame | alt.Chart, x: alt.X, **channels: Any) -> alt.Chart:
    """Give the base of bars that count ``x``, stacked by verdict in the order of ``position``: certain first.

    Args:
        rows: or a chart of them, where something is computed first.
    """
    base = rows if isinstance(rows, alt.Chart) else alt.Chart(rows)
    return base.encode(x=x.stack("zero"), order=alt.Order("position:Q"), **verdict_look(), **channels)


def tooltip(*fields: tuple[str, ...]) -> list[alt.Tooltip]:
    """Give the tooltips of a mark: for each its field (nominal unless it has a type), its title, and a number's format."""
    return [
        alt.Tooltip(field if ":" in field else f"{field}:N", title=title, format=form[0] if form else alt.Undefined)
        for field, title, *form in fields
    ]


def line_axis(limit: Any = 180, **more: Any) -> alt.Axis:
    """Give the axis of a chart with one named line per row: every line keeps its label, level with its mark.

    Args:
        limit: the widest a label may get, in pixels, or an expression of it.
        more: what else Altair's axis takes.
    """
    return alt.Axis(labelLimit=limit, labelOverlap=False, labelFlush=False, labelBound=False, ticks=False, domain=False, **more)


def reach(count: int, room: int = 3) -> int:
    """Give the end of an axis that holds a count: a whole number a little beyond it.

    Args:
        room: percent of the count left free, more where words stand beside the longest mark.
    """
    return count + math.ceil(count * room / 100)


def ticks(stops: Sequence[int], most: int = 13) -> list[int]:
    """Give the stops that an axis names: all, or evenly thinned until no more than ``most`` are left, the last among them."""
    return list(stops[:: -math.ceil(len(stops) / most)])[::-1]
