"""Colours and marks that mean the same on every chart, and the two ways a chart leaves this room.

A chart is a pure function of its rows: :func:`specification` gives it without rows for the screen, :func:`picture`
with rows, title and source for a file.
"""

from collections.abc import Callable, Sequence
from functools import cache
from typing import Any

import altair as alt
import pandas as pd

from charts import renderer

# Each reads on white and on near-black; none carries a meaning that shape, dash or a label does not carry too.
CERTAIN = "#2a7fbf"
CHILD = "#d5670b"
MUTED = "#8b929c"
# The second of two groups where the first is drawn in CERTAIN.
OTHER = "#7a5cc7"
# Words beside the marks. No one grey reads on both backgrounds, so it follows the one that the theme or the picture sets.
TEXT = alt.expr("luminance(background || 'white') > 0.2 ? '#4a5361' : '#b9c0ca'")


@alt.theme.register("readable", enable=True)
def readable() -> alt.theme.ThemeConfig:
    """Give every chart axes in the colour of its words; Streamlit's own grey is too faint on white."""
    words: Any = {"labelColor": TEXT.to_dict(), "titleColor": TEXT.to_dict()}
    return {"config": {"axis": words}}


VERDICTS = ["certain", "possible", "not reported", "excluded"]
# How a mark looks under each verdict: solid, pale and dashed, dotted and hollow, faint; and the child laid over.
COLOUR = {"certain": CERTAIN, "possible": CERTAIN, "not reported": MUTED, "excluded": MUTED, "child": CHILD}
FILL = {"certain": 0.95, "possible": 0.2, "not reported": 0.0, "excluded": 0.1, "child": 0.9}
OUTLINE = {"certain": 1.0, "possible": 1.0, "not reported": 0.9, "excluded": 0.4, "child": 1.0}
DASH = {"certain": [1, 0], "possible": [4, 2], "not reported": [1, 2], "excluded": [1, 0], "child": [1, 0]}

Chart = alt.LayerChart | alt.FacetChart
Figure = Callable[..., Chart]


def by_verdict(channel: Any, values: dict[str, Any]) -> Any:
    """Give one encoding channel that takes its value from the verdict of a row, without a legend."""
    scale = alt.Scale(type="ordinal", domain=list(values), range=list(values.values()))
    return channel("verdict:O", scale=scale, legend=None)


def verdict_look() -> dict[str, Any]:
    """Give the channels that draw a row's verdict: colour, fill strength, outline strength and dash."""
    return {
        "fill": by_verdict(alt.Fill, COLOUR),
        "stroke": by_verdict(alt.Stroke, COLOUR),
        "fillOpacity": by_verdict(alt.FillOpacity, FILL),
        "strokeOpacity": by_verdict(alt.StrokeOpacity, OUTLINE),
        "strokeDash": by_verdict(alt.StrokeDash, DASH),
    }


def line_axis(limit: int = 180) -> alt.Axis:
    """Give the axis of a chart with one named line per row: every line keeps its label, level with its mark.

    Args:
        limit: the widest a label may get, in pixels.
    """
    return alt.Axis(labelLimit=limit, labelOverlap=False, labelFlush=False, labelBound=False, ticks=False, domain=False)


@cache
def specification(figure: Figure, *options: Any) -> dict[str, Any]:
    """Give the Vega-Lite specification of a chart without its rows: the same for every filter setting.

    Args:
        figure: a chart function of this room.
        options: what it takes beside its rows.
    """
    drawn: dict[str, Any] = figure(pd.DataFrame(), *options).to_dict()
    for part in ["data", "datasets", "$schema"]:
        drawn.pop(part, None)
    return drawn


# The smallest type on a stage, in pixels.
SMALLEST = 13


def _grown(part: Any, growth: str) -> Any:
    """Give a part of a specification whose sizes in pixels grow with the chart."""
    if isinstance(part, list):
        return [_grown(one, growth) for one in part]
    if not isinstance(part, dict):
        return part
    grown = {key: _grown(value, growth) for key, value in part.items()}
    names = ["labelFontSize", "titleFontSize", "labelLimit"]
    if grown.get("type") in ("text", "point", "bar"):
        names += ["fontSize", "dx", "dy", "height", "size"]
    for name in names:
        if isinstance(grown.get(name), int | float):
            power = f"pow({growth}, 2)" if (name, grown.get("type")) == ("size", "point") else growth
            size = f"{grown[name]} * {power}"
            grown[name] = {"expr": f"max({SMALLEST}, {size})" if name.endswith("ontSize") else size}
    return grown


@cache
def staged(height: int, figure: Figure, *options: Any) -> dict[str, Any]:
    """Give the specification of a chart for a projector: it fills its container, and type and marks grow with it.

    Args:
        height: what the plot takes in pixels where nothing grows; with all its lines, if it has lines.
        figure, options: as in :func:`specification`.
    """
    growth = f"max(0.8, min(containerSize()[0] / 1000, (containerSize()[1] - 70) / {height}))"
    drawn: dict[str, Any] = _grown(specification(figure, *options), growth)
    sizes = {name: {"expr": f"max({SMALLEST}, 12 * {growth})"} for name in ["labelFontSize", "titleFontSize"]}
    axis = {**drawn["config"]["axis"], **sizes, "labelLimit": 500}
    return {**drawn, "height": "container", "config": {**drawn["config"], "axis": axis}}


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
    chart = figure(rows, *options).properties(background="white", padding=16 if title else 4)
    if title:
        heading = alt.TitleParams(
            text=title, subtitle=list(notes), anchor="start", fontSize=17, subtitleFontSize=12, subtitleColor="#555", offset=14
        )
        chart = chart.properties(title=heading)
    drawn: dict[str, Any] = chart.configure(**TEXT_CONFIG).to_dict()
    return {"width": 720, **drawn}


TEXT_CONFIG: dict[str, Any] = {
    "font": "sans-serif",
    "view": {"stroke": "transparent"},
    "axis": {"labelFontSize": 12, "titleFontSize": 12, "titleFontWeight": "normal", "gridColor": "#e3e5e8"},
}
