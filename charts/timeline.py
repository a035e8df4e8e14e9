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
    "Missed dose": look.RED,
    "Response": look.GREEN,
}
LANES = list(LANE_COLOURS)
# From and to of each view, in the unit of each axis: years of age, or months from the first omalizumab dose.
VIEWS = {
    "first dose": {"Whole life": (-133.0, 23.0), "First-line therapy": (-36.0, 1.5), "Omalizumab": (-3.0, 22.0)},
    "birth": {"Whole life": (0.0, 13.0), "First-line therapy": (6.0, 11.3), "Omalizumab": (9.0, 13.0)},
}
AXIS_TITLES = {
    "birth": "Age (years)",
    "first dose": "Months from the first dose",
}
EVENT = "datum.kind != 'lane'"
EPISODE = "isValid(datum.episode)"
# Weeks have a scale of their own, because nobody knows where on the axis they lie: parts of the width for week 0, for one
# week, and for the end of their panel. In the view of omalizumab it lies inside the stretch that may hold it, elsewhere left.
WEEKS = {"Omalizumab": (0.3, 0.04, 0.87)}
ELSEWHERE = (0.07, 0.035, 0.55)
NARROW = "(containerSize()[0] || width) < 500"


def _lines() -> alt.Y:
    """Give one line per event or step, below a line in bold that names their lane; labels shorten on a narrow screen."""
    axis = look.line_axis(
        alt.expr("containerSize()[0] < 500 ? 152 : 220"),
        labelExpr="containerSize()[0] < 500 ? split(datum.label, ' · ')[0] : datum.label",
        labelFontWeight={"condition": {"test": f"indexof({LANES}, datum.value) >= 0", "value": "bold"}, "value": "normal"},
        grid=False,
    )
    return alt.Y("label:N", sort=alt.EncodingSortField(field="slot", op="min"), title=None, axis=axis)


def _time(field: str, axis: str, view: str) -> alt.X:
    scale = alt.Scale(domain=VIEWS[axis][view], nice=False)
    return alt.X(f"{field}:Q", title=AXIS_TITLES[axis], scale=scale, axis=alt.Axis(format="~f", tickCount=8))


def _precision(channel: Any, aspect: str) -> Any:
    return look.mapped(channel, "precision:O", {name: getattr(known, aspect) for name, known in look.PRECISIONS.items()})


def _lasting(base: alt.Chart, axis: str, view: str) -> list[alt.Chart]:
    """Give how long a step may have lasted, pale, and how long it surely did, solid."""
    lasting = base.transform_filter("datum.form == 'lasting'")
    pale = lasting.mark_bar(height=9, fillOpacity=0.22, strokeWidth=1, clip=True)
    outline = {"stroke": look.mapped(alt.Stroke, "lane:N", LANE_COLOURS), "strokeDash": _precision(alt.StrokeDash, "dash")}
    surely = lasting.transform_filter("datum.start_high < datum.end_low").mark_bar(height=10.4, clip=True)
    return [
        pale.encode(x=_time("start_low", axis, view), x2="end_high:Q", **outline),
        surely.encode(x=_time("start_high", axis, view), x2="end_low:Q"),
    ]


def _moments(base: alt.Chart, axis: str, view: str) -> list[alt.Chart]:
    """Give a point where a time is exact and only there: else a line between the two times that it lies between."""
    moments = base.transform_filter("datum.form == 'moment'")
    between = moments.transform_filter("datum.start_low < datum.start_high")
    line = between.mark_rule(strokeWidth=1.6, clip=True, aria=False).encode(
        x=_time("start_low", axis, view), x2="start_high:Q", strokeDash=_precision(alt.StrokeDash, "dash")
    )
    ends = [
        between.mark_point(shape="stroke", angle=90, size=70, strokeWidth=1.6, clip=True, aria=False).encode(
            x=_time(end, axis, view)
        )
        for end in ["start_low", "start_high"]
    ]
    # Unseen, and wide enough to point at.
    target = between.mark_bar(height=13, fillOpacity=0, clip=True).encode(x=_time("start_low", axis, view), x2="start_high:Q")
    points = moments.transform_filter("datum.start_low == datum.start_high").mark_point(size=70, strokeWidth=1.8, clip=True)
    exact = points.encode(
        x=_time("start_low", axis, view),
        shape=_precision(alt.Shape, "shape"),
        fill=look.mapped(alt.Fill, "lane:N", LANE_COLOURS),
        fillOpacity=_precision(alt.FillOpacity, "fill"),
    )
    return [line, *ends, target, exact]


def _signs(base: alt.Chart, axis: str, view: str) -> list[alt.Chart]:
    """Give what stands beside a mark: an arrow where it still lasts, a sign where it is assumed; and words where is no mark."""
    ongoing = base.transform_filter("datum.ongoing && datum.form != 'absence'")
    arrows = ongoing.mark_point(shape="triangle-right", size=90, filled=True, xOffset=6, clip=True)
    assumed = base.transform_filter("datum.precision == 'assumed'")
    text: Any = {"align": "left", "dx": 4, "fontSize": 11, "clip": True}
    # Inside a bar, and above a line.
    signs = [
        assumed.transform_filter(test)
        .mark_text(text=look.ASSUMED, fontWeight="bold", dy=dy, aria=False, **text)
        .encode(x=_time(field, axis, view), color=alt.value(look.TEXT))
        for test, field, dy in [
            ("datum.form == 'lasting'", "seen_from", 1),
            ("datum.end_assumed", "end_high", 1),
            ("datum.form == 'moment'", "seen_from", -4),
        ]
    ]
    worded = base.transform_filter("isValid(datum.words) && !" + EPISODE)
    # Words for all the time on omalizumab begin with it where it fills the view, and else end with it.
    side: Any = ("start_low", text) if view == "Omalizumab" else ("seen_to", text | {"align": "right", "dx": -2})
    words = worded.mark_text(fontStyle="italic", **side[1]).encode(
        x=_time(side[0], axis, view), text="words:N", color=alt.value(look.TEXT)
    )
    return [arrows.encode(x=_time("end_high", axis, view)), *signs, words]


def _episode(rows: pd.DataFrame, base: alt.Chart, axis: str, view: str) -> list[alt.Chart]:
    """Give the events that keep their weeks and have no date: the stretch that may hold them, and a panel with own weeks."""
    start, week, end = WEEKS.get(view, ELSEWHERE)
    reach = alt.Chart(rows).transform_filter(EPISODE).mark_bar(height=17, opacity=0.13, color=look.RED, clip=True, aria=False)
    scaled = base.transform_filter(EPISODE).transform_calculate(
        left=f"width * {start} - 12",
        right=f"width * {end}",
        since=f"width * ({start} + {week} * (datum.spaced ? 0 : datum.weeks || 0))",
        until=f"width * ({start} + {week} * (datum.weeks + (datum.spaced ? 0 : 1.5)))",
        spoken="datum.label + ', ' + datum.words + ': ' + datum.detail",
    )
    events = scaled.transform_filter(EVENT)
    name = alt.expr(f"{NARROW} ? 'weeks; no date' : 'weeks as printed; no date, somewhere in the shade'")
    dash: Any = alt.condition("datum.spaced", alt.value([1, 0]), alt.value([2, 3]))
    words: Any = alt.condition(f"!datum.spaced && {NARROW}", alt.value("later"), "words:N")
    text: Any = {"align": "left", "fontSize": 11}
    at = {name: alt.X(f"{name}:Q", scale=None, axis=None) for name in ["left", "since", "until"]}
    plain: Any = {"opacity": alt.value(1), "tooltip": alt.value(None)}
    border = scaled.mark_bar(height=18, stroke=look.RED, strokeWidth=2, aria=False).encode(x=at["left"], x2="right:Q", **plain)
    # The panel covers the lines of the axis, for nothing in it stands on that; its lines overlap, lest a seam shows.
    panel = scaled.mark_bar(height=18, aria=False).encode(x=at["left"], x2="right:Q", color=alt.value(look.BEHIND), **plain)
    return [
        reach.encode(y=_lines(), x=_time("reach_low", axis, view), x2="reach_high:Q"),
        border,
        panel,
        scaled.transform_filter("!(" + EVENT + ")")
        .mark_text(text=name, aria=False, **text)
        .encode(x=at["since"], color=alt.value(look.TEXT)),
        events.mark_rule(strokeWidth=1.6, aria=False).encode(x=at["since"], x2="until:Q", strokeDash=dash),
        events.transform_filter("datum.spaced").mark_point(size=70, filled=True, aria=False).encode(x=at["until"]),
        events.mark_text(dx=8, **text).encode(
            x=at["until"], text=words, color=alt.value(look.TEXT), description=alt.Description("spoken:N")
        ),
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
    marks = [*_lasting(base, axis, view), *_moments(base, axis, view), *_signs(base, axis, view)]
    return (
        alt.layer(rules.encode(y=_lines()), *marks, *_episode(rows, base, axis, view))
        .add_params(alt.selection_point("event", fields=["id"], on="click", clear="dblclick"))
        .properties(
            height=alt.Step(17),
            description="Timeline of the child: events and medication steps in lanes, uncertain times dashed or pale; "
            "the missed dose in weeks of its own, without a date.",
        )
    )
