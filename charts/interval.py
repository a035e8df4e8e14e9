"""Charts of the dosing interval: courses of two models, troughs by interval, and what is printed of the child over them."""

from typing import Any, Literal, NamedTuple

import altair as alt
import pandas as pd

from charts import look


class Quantity(NamedTuple):
    """How a quantity is drawn: the title of its axis, the ends of its logarithmic scale, and what the axis names."""

    title: str
    ends: tuple[float, float]
    named: list[float]


QUANTITIES = {
    "drug": Quantity("Free drug (µg/ml)", (0.1, 2000), [0.1, 1, 10, 100, 1000]),
    "free IgE": Quantity("Free IgE (% of untreated)", (0.5, 250), [1, 2, 5, 10, 20, 50, 100, 200]),
    "total IgE": Quantity("Total IgE (times baseline)", (0.7, 50), [1, 2, 5, 10, 20, 50]),
}
COLOURS = {"Lowe 2009": look.PLUM, "Hayashi 2007": look.GREEN, "Product text": look.BROWN}
WIDTHS = {"Lowe 2009": 3.2, "Hayashi 2007": 1.5, "Product text": 1.0}
# What spans several weights, all of them outside the data.
AREA: dict[str, Any] = {"fillOpacity": 0.35, "strokeOpacity": 1, "strokeDash": [6, 4], "strokeWidth": 1.2}
SIDES: list[tuple[Literal["left", "right"], int]] = [("right", -5), ("left", 5)]
NARROW = "(containerSize()[0] || width) < 500"
DASHES = {"inside the data": [1, 0], "outside the data": [6, 4]}


def _kind(rows: pd.DataFrame, *kinds: str) -> alt.Chart:
    return alt.Chart(rows).transform_filter(f"indexof({list(kinds)}, datum.kind) >= 0")


def _y(quantity: str, field: str = "value") -> alt.Y:
    title, ends, named = QUANTITIES[quantity]
    scale, axis = alt.Scale(type="log", domain=ends, nice=False), alt.Axis(values=named, format="~g", labelOverlap=False)
    return alt.Y(f"{field}:Q", title=title, scale=scale, axis=axis)


def _weeks(title: str, field: str = "week", **scale: Any) -> alt.X:
    return alt.X(f"{field}:Q", title=title, scale=alt.Scale(nice=False, **scale), axis=alt.Axis(tickMinStep=1, format="~f"))


def _colour() -> Any:
    return look.mapped(alt.Color, "model:N", COLOURS)


def _outline() -> Any:
    return look.mapped(alt.Stroke, "model:N", COLOURS)


def _look() -> dict[str, Any]:
    """Give the channels of a line: colour and width by model, dashes where the patient lies outside its data."""
    return {
        "color": _colour(), "strokeWidth": look.mapped(alt.StrokeWidth, "model:O", WIDTHS),
        "strokeDash": look.mapped(alt.StrokeDash, "range:O", DASHES),
    }  # fmt: skip


def _key(rows: pd.DataFrame) -> list[alt.Chart]:
    """Give the names of the lines, one below the other above the plot, each behind a piece of its line."""
    key = []
    for slot in range(len(COLOURS)):
        name = _kind(rows, "name").transform_filter(f"datum.slot == {slot}")
        piece = {"x": alt.value(0), "x2": alt.value(20), "y": alt.value(-12 - 16 * slot)}
        key.append(name.mark_rule(aria=False).encode(**piece, **_look()))
        words = name.mark_text(align="left", baseline="middle", fontSize=12, color=look.TEXT)
        key.append(words.encode(x=alt.value(26), y=alt.value(-12 - 16 * slot), text="label:N"))
    return key


def _lines(rows: pd.DataFrame, x: alt.X, y: alt.Y, unit: str) -> alt.Chart:
    base: alt.Chart = _kind(rows, "line").encode(
        x=x, y=y, **_look(),
        tooltip=look.tooltip(("model", "Model"), ("week:Q", "Week", ".1f"), ("value:Q", unit, ".3g"), ("range", "Patient")),
    )  # fmt: skip
    lines: alt.Chart = base.mark_line(clip=True)
    return lines


def course(rows: pd.DataFrame, quantity: str) -> look.Chart:
    """Draw one quantity over weeks: both models, virtual patients, thresholds, and the injections along the foot.

    Args:
        quantity: a key of :data:`QUANTITIES`.
    """
    x, y, unit = _weeks("Weeks from the first injection", zero=True), _y(quantity), QUANTITIES[quantity].title
    band = (
        _kind(rows, "band")
        .mark_area(opacity=0.2, clip=True, color=COLOURS["Lowe 2009"])
        .encode(x=x, y=_y(quantity, "low"), y2="high:Q")
    )
    level = _kind(rows, "threshold", "untreated").encode(
        y=y, tooltip=look.tooltip(("label", "Level"), ("source", "Source")),
    )  # fmt: skip
    rules = level.mark_rule(color=look.GUIDE, strokeDash=[2, 2], strokeWidth=1.2)
    # A narrow screen has room for the level, and not for whose it is.
    short = alt.ExprRef(f"{NARROW} ? split(datum.label, ':')[0] : datum.label")
    thresholds = _kind(rows, "threshold").encode(y=y, x=alt.value("width"))
    words = thresholds.mark_text(align="right", dx=-3, dy=8, fontSize=11, color=look.TEXT, text=short)
    untreated = _kind(rows, "untreated").mark_text(align="left", dx=26, dy=-6, fontSize=11, color=look.TEXT)
    given = _kind(rows, "injection", "missed").encode(
        x=x, y=alt.value("height"), tooltip=look.tooltip(("label", "Injection"), ("week:Q", "Week")),
        shape=look.mapped(alt.Shape, "kind:N", {"injection": "triangle-up", "missed": "cross"}),
        color=look.mapped(alt.Color, "kind:N", {"injection": look.MUTED, "missed": look.RED}),
    )  # fmt: skip
    marks = given.mark_point(filled=True, size=60, opacity=1, yOffset=-6)
    untold = untreated.encode(y=y, text="label:N", x=alt.value(0))
    layers = [band, rules, untold, _lines(rows, x, y, unit), words, marks, *_key(rows)]
    # Each model line, the band, and the marks of injections have colours of their own.
    chart = alt.layer(*layers).properties(
        height=330,
        description=f"{unit} by week in two models of omalizumab and IgE, with the injections along the foot; "
        "dashed lines stand for a patient outside the data of a model.",
    )
    return chart.resolve_scale(color="independent", shape="independent")  # type: ignore[no-any-return]


def trough(rows: pd.DataFrame, quantity: str) -> look.Chart:
    """Draw the level at the end of an interval over intervals from 2 to 12 weeks, once it stays the same."""
    x, y, unit = _weeks("Weeks between injections", domain=[1.7, 12.3]), _y(quantity), QUANTITIES[quantity].title
    lines = _lines(rows, x, y, f"{unit} before the next injection")
    points = _kind(rows, "line").mark_point(filled=True, size=34, opacity=1, clip=True).encode(x=x, y=y, color=_colour())
    chosen = _kind(rows, "chosen").mark_rule(color=look.GUIDE, strokeDash=[5, 3]).encode(x=x)
    return alt.layer(chosen, lines, points, *_key(rows)).properties(
        height=320, description=f"{unit} before the next injection by weeks between injections, in each model."
    )


def child(rows: pd.DataFrame) -> look.Chart:
    """Draw the printed multiples of the child's total IgE over what both models give for weights from low to high."""
    x, y = _weeks("Weeks from the first injection", zero=True), _y("total IgE")
    areas = _kind(rows, "weights").encode(x=x, y=_y("total IgE", "low"), y2="high:Q", color=_colour(), stroke=_outline())
    printed = _kind(rows, "printed")
    bars = printed.mark_rule(color=look.CHILD, strokeWidth=4, opacity=1).encode(
        x=_weeks("Weeks from the first injection", "from_week", zero=True), x2="to_week:Q", y=y,
        strokeDash=look.mapped(alt.StrokeDash, "precision:O", {name: one.dash for name, one in look.PRECISIONS.items()}),
        tooltip=look.tooltip(("label", "Printed"), ("from_week:Q", "From week"), ("to_week:Q", "To week"), ("source", "Where")),
    )  # fmt: skip
    words = [
        printed.transform_filter(f"datum.slot == {slot}")
        .mark_text(align="left", dy=dy, dx=5, fontSize=12, fontWeight="bold", color=look.TEXT)
        .encode(x=end, y=y, text="label:N")
        for slot, (end, dy) in enumerate([("to_week:Q", 1), ("from_week:Q", 13)])
    ]
    layers = [areas.mark_area(**AREA), bars, *words, *_key(rows)]
    chart = alt.layer(*layers).properties(
        height=330,
        description="Total IgE as a multiple of its baseline in both models, and the two multiples printed of the child.",
    )
    return chart.resolve_scale(strokeDash="independent")  # type: ignore[no-any-return]


def after(rows: pd.DataFrame) -> look.Chart:
    """Draw how much IgE stays suppressed and how much drug is left by weeks since the last injection, with two told weeks."""
    x = _weeks("Weeks since the last of repeated injections", domain=[0, 12])
    y = alt.Y("low:Q", title="Free IgE suppressed (%)", scale=alt.Scale(domain=[0, 100], nice=False))
    areas = _kind(rows, "weights").encode(
        x=x, y=y, y2="high:Q", color=_colour(), stroke=_outline(),
        tooltip=look.tooltip(("model", "Model"), ("week:Q", "Week"), ("low:Q", "From (%)", ".0f"), ("high:Q", "To (%)", ".0f")),
    )  # fmt: skip
    told = _kind(rows, "printed").encode(
        x=x, tooltip=look.tooltip(("label", "Printed"), ("week:Q", "Week"), ("source", "Where"))
    )
    rules = told.mark_rule(color=look.CHILD, strokeWidth=2)
    words = [
        told.transform_filter(f"datum.slot == {slot}")
        .mark_text(align=align, dx=dx, fontSize=12, fontWeight="bold", color=look.TEXT, lineBreak="|")
        .encode(text="label:N", y=alt.value(120))
        for slot, (align, dx) in enumerate(SIDES)
    ]
    return alt.layer(areas.mark_area(**AREA), rules, *words, *_key(rows)).properties(
        height=330,
        description="IgE suppressed by weeks since the last injection in both models, with the weeks told of the child.",
    )
