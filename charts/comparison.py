"""Charts of two groups side by side: A to the left, B to the right."""

from typing import Any

import altair as alt
import pandas as pd

from charts import CERTAIN, MUTED, OTHER, TEXT, Chart, line_axis, verdict_look

SIDES = {"A": CERTAIN, "B": OTHER}
SHAPES = {"A": "circle", "B": "square"}


# What one profile shows, by its name.
TOPICS = {
    "treatment": ["Dose per injection", "Dosing interval", "Therapy length"],
    "patients": ["Mastocytosis", "Age is printed as", "Total IgE", "Tryptase"],
}


def _side(channel: Any) -> Any:
    return channel("side:N", scale=alt.Scale(domain=list(SIDES), range=list(SIDES.values())), legend=None)


def profile(rows: pd.DataFrame, name: str) -> Chart:
    """Draw back-to-back bars: patient reports per printed value, A to the left of zero and B to the right.

    Args:
        rows: ``comparison/profile`` of the topics of one name; a value such as "75–300 mg" is one printed interval.
        name: a key of :data:`TOPICS`.
    """
    order = alt.EncodingSortField(field="slot", op="min")
    heading = "indexof(datum.value, ': ') < 0"
    y = alt.Y(
        "line:N",
        sort=order,
        title=None,
        axis=alt.Axis(
            **line_axis(190).to_dict(),
            labelExpr="split(datum.value, ': ')[1] || datum.value",
            labelFontWeight={"condition": {"test": heading, "value": "bold"}, "value": "normal"},
        ),
    )
    signed = alt.Chart(rows).transform_calculate(
        signed="(datum.side == 'A' ? -1 : 1) * datum.reports", reach="(datum.side == 'A' ? -1 : 1) * datum.at_most"
    )
    x = alt.X(
        "signed:Q",
        title="Patient reports: A to the left, B to the right",
        stack="zero",
        scale=alt.Scale(domain=[-76, 76], nice=False),
        axis=alt.Axis(labelExpr="format(abs(datum.value), '~f')", values=list(range(-75, 76, 25))),
    )
    tooltip = [
        alt.Tooltip("topic:N", title="Topic"),
        alt.Tooltip("value:N", title="Printed value"),
        alt.Tooltip("side:N", title="Side"),
        alt.Tooltip("verdict:N", title="Verdict"),
        alt.Tooltip("reports:Q", title="Patient reports"),
    ]
    look = verdict_look()
    look |= {"fill": _side(alt.Fill), "stroke": _side(alt.Stroke)}
    bars = signed.transform_filter("datum.side != ''").mark_bar(height=11, strokeWidth=1.2)
    bars = bars.encode(y=y, x=x, order=alt.Order("position:Q"), tooltip=tooltip, **look)
    names = []
    for side, place in [("A", {"align": "right", "dx": -5}), ("B", {"align": "left", "dx": 5})]:
        text = signed.transform_filter(f"datum.side == '{side}'").mark_text(**place, fontSize=11, color=TEXT)  # type: ignore[arg-type]
        names.append(text.encode(y=alt.Y("line:N", sort=order), x=alt.X("reach:Q"), text="bounds:N"))
    headings = signed.transform_filter("datum.side == ''").mark_rule(color=MUTED, opacity=0.35).encode(y=y)
    middle = alt.Chart(rows).mark_rule(color="gray", aria=False).encode(x=alt.datum(0))
    return alt.layer(headings, bars, *names, middle).properties(
        height=alt.Step(18),
        description=f"Back-to-back bars about {name}: patient reports per printed value, group A to the left and group B to the right.",
    )


def proportions(rows: pd.DataFrame) -> Chart:
    """Draw shares per property and side: a point with its 95 % interval on certain counts, a pale bar for the bounds."""
    order = alt.EncodingSortField(field="slot", op="min")
    axis = line_axis()
    axis.labelExpr = "containerSize()[0] < 500 ? split(datum.label, ', ') : datum.label"
    axis.labelLimit = alt.expr("containerSize()[0] < 500 ? 125 : 230")
    y = alt.Y("property:N", sort=order, title=None, axis=axis)
    offset = alt.YOffset("side:N", scale=alt.Scale(domain=list(SIDES)))
    base = alt.Chart(rows).encode(
        y=y,
        yOffset=offset,
        x=alt.X(
            "share_percent:Q",
            title="Share of patients (%)",
            scale=alt.Scale(domain=[0, 160], nice=False),
            axis=alt.Axis(values=list(range(0, 101, 20))),
        ),
        tooltip=[
            alt.Tooltip("property:N", title="Property"),
            alt.Tooltip("side:N", title="Side"),
            alt.Tooltip("counts:N", title="Of those surely in the side"),
            alt.Tooltip("share_percent:Q", title="Share (%)", format=".1f"),
            alt.Tooltip("interval_low_percent:Q", title="95 % interval from (%)", format=".1f"),
            alt.Tooltip("interval_high_percent:Q", title="to (%)", format=".1f"),
            alt.Tooltip("bound_low_percent:Q", title="With all who may belong: at least (%)", format=".1f"),
            alt.Tooltip("bound_high_percent:Q", title="at most (%)", format=".1f"),
        ],
    )
    bounds = base.mark_bar(height=9, fillOpacity=0.16, strokeWidth=1, strokeOpacity=0.55, strokeDash=[3, 2]).encode(
        x="bound_low_percent:Q", x2="bound_high_percent:Q", fill=_side(alt.Fill), stroke=_side(alt.Stroke)
    )
    known = base.transform_filter("isValid(datum.share_percent)")
    interval = known.mark_rule(strokeWidth=2).encode(
        x="interval_low_percent:Q", x2="interval_high_percent:Q", color=_side(alt.Color)
    )
    points = known.mark_point(size=75, filled=True, opacity=1).encode(
        color=_side(alt.Color),
        shape=alt.Shape("side:N", scale=alt.Scale(domain=list(SHAPES), range=list(SHAPES.values())), legend=None),
    )
    names = (
        base.transform_calculate(told="datum.side + '  ' + datum.counts")
        .mark_text(align="left", fontSize=11, color=TEXT)
        .encode(x=alt.datum(106), text="told:N")
    )
    return alt.layer(bounds, interval, points, names).properties(
        height=alt.Step(19),
        description="Shares of patients per property for groups A and B, with 95 % intervals on certain counts and bounds with possible patients.",
    )
