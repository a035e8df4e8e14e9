"""Charts of two groups side by side: A to the left, B to the right."""

from typing import Any

import altair as alt
import pandas as pd

from charts import look
from data.source import Limits

SIDES = {"A": look.CERTAIN, "B": look.OTHER}
SHAPES = {"A": "circle", "B": "square"}
# Where room is short, a property stands in two lines.
TWO_LINES = "split(replace(datum.label, ' mastocytosis', ', mastocytosis'), ', ')"
# What stands for a share of which not even the count is certain.
NOT_CERTAIN = "'not certain'"
BY_SLOT = alt.EncodingSortField(field="slot", op="min")
# What one profile shows, by its name.
TOPICS = {
    "treatment": ["Dose per injection", "Dosing interval", "Therapy length"],
    "patients": ["Mastocytosis", "Age is printed as", "Total IgE", "Tryptase"],
}


def _side(channel: Any) -> Any:
    return look.mapped(channel, "side:N", SIDES)


def _lines() -> alt.Y:
    """Give one line per printed value, below a line in bold that names their topic."""
    heading = "indexof(datum.value, ': ') < 0"
    axis = look.line_axis(
        190,
        labelExpr="split(datum.value, ': ')[1] || datum.value",
        labelFontWeight={"condition": {"test": heading, "value": "bold"}, "value": "normal"},
    )
    return alt.Y("line:N", sort=BY_SLOT, title=None, axis=axis)


def _counts(signed: alt.Chart, side: str, **place: Any) -> alt.Chart:
    """Give the counts of one side, written beside its bars."""
    text = signed.transform_filter(f"datum.side == '{side}'").mark_text(fontSize=11, color=look.TEXT, **place)
    return text.encode(y=alt.Y("line:N", sort=BY_SLOT), x=alt.X("reach:Q"), text="bounds:N")  # type: ignore[no-any-return]


def profile(rows: pd.DataFrame, limits: Limits, name: str, left: str, right: str) -> look.Chart:
    """Draw back-to-back bars: patients per printed value, A to the left of zero and B to the right.

    Args:
        rows: ``comparison/profile`` of the topics of one name; a value such as "75–300 mg" is one printed interval.
        name: a key of :data:`TOPICS`.
        left, right: what A and B are called.
    """
    y, end = _lines(), look.reach(limits.patients)
    signed = alt.Chart(rows).transform_calculate(
        called=f"datum.side == 'A' ? '{left}' : '{right}'",
        signed="(datum.side == 'A' ? -1 : 1) * datum.patients",
        reach="(datum.side == 'A' ? -1 : 1) * datum.at_most",
    )
    x = alt.X(
        "signed:Q",
        title=f"Patients: {left} to the left, {right} to the right",
        stack="zero",
        scale=alt.Scale(domain=[-end, end], nice=False),
        axis=alt.Axis(labelExpr="format(abs(datum.value), '~f')", tickCount=7),
    )
    fields = look.tooltip(
        ("topic", "Topic"), ("value", "Printed value"), ("called", "Side"), ("verdict", "Verdict"),
        ("patients:Q", "Patients"),
    )  # fmt: skip
    colours = look.verdict_look() | {"fill": _side(alt.Fill), **look.ringed(_side(alt.Stroke))}
    bars = signed.transform_filter("datum.side != ''").mark_bar(height=11)
    bars = bars.encode(y=y, x=x, order=alt.Order("position:Q"), tooltip=fields, **colours)
    counts = [_counts(signed, "A", align="right", dx=-5), _counts(signed, "B", align="left", dx=5)]
    headings = signed.transform_filter("datum.side == ''").mark_rule(color=look.MUTED, opacity=0.35).encode(y=y)
    middle = alt.Chart(rows).mark_rule(color=look.GUIDE, aria=False).encode(x=alt.datum(0))
    return alt.layer(headings, bars, *counts, middle).properties(
        height=alt.Step(18),
        description=f"Back-to-back bars about {name}: patients per printed value, {left} to the left and {right} to the right.",
    )


def _percent(name: str) -> str:
    """Give the expression of a span of percentages in words."""
    low, high = (f"datum.{name}_{end}_percent" for end in ["low", "high"])
    return f"isValid({low}) ? format({low}, '.1f') + ' to ' + format({high}, '.1f') + ' %' : 'none'"


# A share, its interval and its bounds in words, each with what stands where there is none.
SHARES = {
    "share": f"isValid(datum.share_percent) ? format(datum.share_percent, '.1f') + ' %' : {NOT_CERTAIN}",
    "interval": _percent("interval"),
    "bounds": _percent("bound"),
}


def _shares(rows: pd.DataFrame, left: str, right: str) -> alt.Chart:
    """Give the base of shares: a line per property with a lane per side, and room for words right of 100 %."""
    axis = look.line_axis(
        alt.expr("containerSize()[0] < 500 ? 125 : 230"),
        labelExpr=f"containerSize()[0] < 500 ? {TWO_LINES} : datum.label",
    )
    texts: Any = {**SHARES, "called": f"datum.side == 'A' ? '{left}' : '{right}'"}
    return (
        alt.Chart(rows)
        .transform_calculate(**texts)
        .encode(
            y=alt.Y("property:N", sort=BY_SLOT, title=None, axis=axis),
            yOffset=alt.YOffset("side:N", scale=alt.Scale(domain=list(SIDES))),
            x=alt.X(
                "share_percent:Q",
                title="Share of patients (%)",
                scale=alt.Scale(domain=[0, 160], nice=False),
                axis=alt.Axis(values=list(range(0, 101, 20))),
            ),
            tooltip=look.tooltip(
                ("property", "Property"),
                ("called", "Side"),
                ("counts", "Of those surely in the side"),
                ("share", "Share"),
                ("interval", "95 % interval"),
                ("bounds", "With all who may belong"),
            ),
        )
    )


def proportions(rows: pd.DataFrame, limits: Limits, left: str = "A", right: str = "B") -> look.Chart:
    """Draw shares per property and side: a point where the count is certain, its 95 % interval, a pale bar for the bounds.

    Args:
        limits: as every chart of the literature takes them; shares end at 100 % in every source.
        left, right: what A and B are called.
    """
    base = _shares(rows, left, right)
    bounds = base.mark_bar(height=9, fillOpacity=0.16, strokeWidth=1, strokeOpacity=0.55, strokeDash=[3, 2]).encode(
        x="bound_low_percent:Q", x2="bound_high_percent:Q", fill=_side(alt.Fill), stroke=_side(alt.Stroke)
    )
    known = base.transform_filter("isValid(datum.share_percent)")
    interval = (
        base.transform_filter("isValid(datum.interval_low_percent)")
        .mark_rule(strokeWidth=2)
        .encode(x="interval_low_percent:Q", x2="interval_high_percent:Q", color=_side(alt.Color))
    )
    points = known.mark_point(size=75, filled=True, opacity=1).encode(
        color=_side(alt.Color), shape=look.mapped(alt.Shape, "side:N", SHAPES)
    )
    names = (
        base.transform_calculate(text="datum.called + '  ' + datum.counts")
        .mark_text(align="left", fontSize=11, color=look.TEXT)
        .encode(x=alt.datum(106), text="text:N")
    )
    return alt.layer(bounds, interval, points, names).properties(
        height=alt.Step(19),
        description=f"Shares of patients per property for {left} and {right}, with 95 % intervals on certain counts "
        "and bounds with possible patients.",
    )
