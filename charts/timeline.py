"""Chart of the child's course: events and medication steps in lanes, over age or over the months from the first dose."""

from typing import Any

import altair as alt
import pandas as pd

from charts import look

LANE_COLOURS = {
    "Skin": look.BROWN,
    "Diagnosis": look.OTHER,
    "Episodes": look.RED,
    "Symptom burden": look.PLUM,
    "Medication": look.MUTED,
    "Omalizumab injections": look.CERTAIN,
    "Response": look.GREEN,
}
LANES = list(LANE_COLOURS)
# From and to of each view, in the unit of each axis: years of age, or months from the first omalizumab dose.
VIEWS = {
    "first dose": {"Whole life": (-121.0, 23.0), "First-line therapy": (-26.0, 3.0), "Omalizumab": (-3.0, 22.0)},
    "birth": {"Whole life": (0.0, 12.0), "First-line therapy": (7.8, 10.3), "Omalizumab": (9.7, 11.9)},
}
AXIS_TITLES = {
    "birth": "Age (years)",
    "first dose": "Months from the first dose",
}
# How the time of an event is known: its shape, and how strongly the shape is filled.
SHAPES = {"stated": "circle", "derived": "circle", "order only": "diamond"}
FILLS = {"stated": 1, "derived": 0.15, "order only": 0}
EVENT = "datum.kind != 'lane'"


def _lines() -> alt.Y:
    """Give one line per event or step, below a line in bold that names their lane; labels shorten on a narrow screen."""
    axis = look.line_axis(
        alt.expr("containerSize()[0] < 500 ? 140 : 220"),
        labelExpr="containerSize()[0] < 500 ? split(datum.label, ' · ')[0] : datum.label",
        labelFontWeight={"condition": {"test": f"indexof({LANES}, datum.value) >= 0", "value": "bold"}, "value": "normal"},
        grid=False,
    )
    return alt.Y("label:N", sort=alt.EncodingSortField(field="slot", op="min"), title=None, axis=axis)


def _time(field: str, axis: str, view: str) -> alt.X:
    scale = alt.Scale(domain=VIEWS[axis][view], nice=False)
    return alt.X(f"{field}:Q", title=AXIS_TITLES[axis], scale=scale, axis=alt.Axis(format="~f", tickCount=8))


def _gap(rows: pd.DataFrame, axis: str, view: str) -> tuple[alt.Chart, alt.Chart]:
    """Give the band from the last dose before the gap to the remission, and its name."""
    first = alt.Chart(rows).transform_filter("datum.slot == 1")
    band = first.mark_rect(opacity=0.13, color=look.RED, clip=True).encode(x=_time("band_from", axis, view), x2="band_to:Q")
    # In the whole life the band is a sliver at the right edge, so its name stands left of it.
    side: Any = {"align": "right", "dx": -4} if view == "Whole life" else {"align": "left", "dx": 4}
    name = first.mark_text(text="Missed dose, relapse, re-start", fontSize=11, color=look.TEXT, clip=True, **side)
    return band, name.encode(y=_lines(), x=_time("band_from", axis, view))


def _spans(base: alt.Chart, axis: str, view: str) -> list[alt.Chart]:
    """Give what lasts: where a moment may lie as a dotted line, how long a step may last pale, how long it surely did solid."""
    start, end = _time("start_low", axis, view), "end_high:Q"
    moment = base.transform_filter(EVENT + " && datum.momentary && datum.start_low < datum.end_high")
    lasting = base.transform_filter(EVENT + " && !datum.momentary")
    pale = lasting.mark_bar(height=9, fillOpacity=0.22, strokeWidth=1, strokeDash=[3, 2], clip=True)
    surely = base.transform_filter(EVENT + " && !datum.momentary && datum.start_high < datum.end_low")
    return [
        moment.mark_rule(strokeWidth=1.6, strokeDash=[2, 3], clip=True).encode(x=start, x2=end),
        pale.encode(x=start, x2=end, stroke=look.mapped(alt.Stroke, "lane:N", LANE_COLOURS)),
        surely.mark_bar(height=10.4, clip=True).encode(x=_time("start_high", axis, view), x2="end_low:Q"),
    ]


def _moments(base: alt.Chart, axis: str, view: str) -> list[alt.Chart]:
    """Give a point where an event is drawn, and an arrow at the end of what still lasts."""
    points = base.transform_filter(EVENT + " && datum.momentary").mark_point(size=70, strokeWidth=1.8, clip=True)
    ongoing = base.transform_filter(EVENT + " && datum.ongoing")
    arrows = ongoing.mark_point(shape="triangle-right", size=90, filled=True, xOffset=6, clip=True)
    return [
        points.encode(
            x=_time("place", axis, view),
            shape=look.mapped(alt.Shape, "precision:N", SHAPES),
            fill=look.mapped(alt.Fill, "lane:N", LANE_COLOURS),
            fillOpacity=look.mapped(alt.FillOpacity, "precision:O", FILLS),
        ),
        arrows.encode(x=_time("reach", axis, view)),
    ]


def timeline(rows: pd.DataFrame, axis: str, view: str) -> look.Chart:
    """Draw the course of the child, one line per event or medication step, grouped in lanes.

    Args:
        rows: the marks of ``case/timeline``.
        axis: ``birth`` (years of age) or ``first dose`` (months from it).
        view: a key of :data:`VIEWS`, the stretch of the axis to show.
    """
    base = alt.Chart(rows).encode(
        y=_lines(),
        color=look.mapped(alt.Color, "lane:N", LANE_COLOURS),
        opacity=alt.condition(alt.selection_point("event", fields=["id"]), alt.value(1), alt.value(0.35)),
        tooltip=look.tooltip(
            ("label", "Event"), ("detail", "Detail"), ("precision", "Time"), ("how", "How the time is known"),
            ("source", "Where in the paper"),
        ),
    )  # fmt: skip
    rules = alt.Chart(rows).transform_filter("datum.kind == 'lane'").mark_rule(opacity=0.35, color=look.MUTED)
    band, name = _gap(rows, axis, view)
    return (
        alt.layer(rules.encode(y=_lines()), band, *_spans(base, axis, view), *_moments(base, axis, view), name)
        .add_params(alt.selection_point("event", fields=["id"], on="click", clear="dblclick"))
        .properties(
            height=alt.Step(17),
            description="Timeline of the child: events and medication steps in lanes, uncertain times dashed or pale.",
        )
    )
