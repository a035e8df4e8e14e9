"""Charts of the stage, where few lines and large type must do: they show what a page shows, and leave the rest to it."""

from typing import Any

import altair as alt
import pandas as pd

from charts import case, comparison, directions, look, overview
from data.source import Limits

WORDS: Any = {"fontSize": 12, "color": look.TEXT}
SIDES = {"A": "Children", "B": "Adults"}
# On a narrow screen or in a narrow picture, the first word stands above the rest.
LINES = (
    "(containerSize()[0] || width) > 700 ? datum.label"
    " : [split(datum.label, ' ')[0], join(slice(split(datum.label, ' '), 1), ' ')]"
)
# The end of the axis of shares leaves room for words, of which a phone needs a larger part.
END: Any = alt.expr("(containerSize()[0] || width) < 450 ? 265 : 156")


def patients(rows: pd.DataFrame, limits: Limits) -> look.Chart:
    """Draw each patient as a large dot, as :func:`charts.overview.patients` does."""
    return overview.patients(rows, limits, size=240)


def publications(rows: pd.DataFrame, limits: Limits) -> look.Chart:
    """Draw patients per publication, the largest in a colour of its own; those of one patient each stand in one line.

    Args:
        rows: ``literature/publications``; certain is solid, possible pale.
    """
    end = look.reach(limits.largest_publication, room=10)
    folded = "datum.publication_patients == 1 && datum.single > 1"
    base = (
        alt.Chart(rows)
        .transform_calculate(alone="datum.publication_patients == 1")
        .transform_joinaggregate(single="distinct(publication_id)", groupby=["alone"])
        .transform_calculate(
            line=f"{folded} ? datum.single + ' publications with one counted patient each' : datum.publication",
            size=f"{folded} ? -1 : datum.publication_patients",
        )
        .transform_joinaggregate(most="max(publication_patients)")
    )
    y = alt.Y(
        "line:N", sort=alt.EncodingSortField(field="size", op="max", order="descending"), title=None, axis=look.line_axis(330)
    )
    colour = alt.condition(
        "datum.publication_patients == datum.most && datum.most > 1", alt.value(look.CERTAIN), alt.value(look.MUTED)
    )
    bars = base.transform_aggregate(
        patients="sum(patients)", publication_patients="max(publication_patients)", most="max(most)", size="max(size)",
        groupby=["line", "verdict", "position"],
    ).mark_bar(height=15, strokeWidth=1.2)  # fmt: skip
    bars = bars.encode(
        y=y,
        x=alt.X("patients:Q", title="Patients", stack="zero", scale=alt.Scale(domain=[0, end]), axis=alt.Axis(tickCount=5)),
        order=alt.Order("position:Q"),
        fill=colour,
        stroke=colour,
        fillOpacity=look.by_verdict(alt.FillOpacity, "fill"),
        strokeOpacity=look.by_verdict(alt.StrokeOpacity, "outline"),
        strokeDash=look.by_verdict(alt.StrokeDash, "dash"),
        tooltip=look.tooltip(("line", "Publication"), ("patients:Q", "Patients"), ("verdict", "Verdict")),
    )
    sums: Any = {"low": "sum(sure)", "held": "sum(patients)", "size": "max(size)"}
    counts = (
        base.transform_calculate(sure="datum.verdict == 'certain' ? datum.patients : 0")
        .transform_aggregate(**sums, groupby=["line"])
        .transform_calculate(bounds="(datum.low == datum.held ? '' : datum.low + '–') + datum.held")
        .mark_text(align="left", dx=6, **WORDS)
        .encode(y=y, x="held:Q", text="bounds:N")
    )
    return alt.layer(bars, counts).properties(
        height=290,
        description="Patients per publication, largest first; those with one counted patient each in one line.",
    )


def influence(rows: pd.DataFrame, limits: Limits) -> look.Chart:
    """Draw what :func:`charts.directions.influence` draws, each line saying who is left out."""
    chart: Any = directions.influence(rows, limits)
    text = "indexof(datum.label, 'Nothing') == 0 ? 'All publications' : 'Without ' + datum.label"
    for layer in chart.layer:
        layer.encoding.y.axis = look.line_axis(330, labelExpr=text, labelPadding=24)
    return chart  # type: ignore[no-any-return]


def groups(rows: pd.DataFrame, limits: Limits) -> look.Chart:
    """Draw shares of children and of adults: a point where the count is certain, a pale bar for the bounds, each with its name.

    Args:
        rows: ``comparison/proportions`` with their intervals, children as side A, adults as B.
        limits: as every chart of the literature takes them.
    """
    base = (
        alt.Chart(rows)
        .transform_filter("indexof(datum.property, 'where assessed') < 0")
        .transform_calculate(who=f"{SIDES}[datum.side]")
        .transform_calculate(text="datum.who + ': ' + datum.counts", **comparison.SHARES)
        .encode(
            y=alt.Y("property:N", sort=comparison.BY_SLOT, title=None, axis=look.line_axis(300, labelExpr=LINES)),
            yOffset=alt.YOffset("side:N", scale=alt.Scale(domain=list(SIDES))),
            tooltip=look.tooltip(
                ("property", "Property"), ("who", "Group"), ("counts", "Of those surely in the group"),
                ("share", "Share"), ("bounds", "With all who may belong"),
            ),
        )
    )  # fmt: skip
    x = alt.X(
        "bound_low_percent:Q", title="Share of patients (%)", scale=alt.Scale(domainMin=0, domainMax=END, nice=False),
        axis=alt.Axis(values=list(range(0, 101, 20))),
    )  # fmt: skip
    fill, stroke, colour = (look.mapped(channel, "side:N", comparison.SIDES) for channel in [alt.Fill, alt.Stroke, alt.Color])
    bounds = base.mark_bar(height=14, fillOpacity=0.2, strokeWidth=1, strokeOpacity=0.7, strokeDash=[3, 2])
    bounds = bounds.encode(x=x, x2="bound_high_percent:Q", fill=fill, stroke=stroke)
    interval = base.transform_filter("isValid(datum.interval_low_percent)").mark_rule(strokeWidth=2)
    interval = interval.encode(x=alt.X("interval_low_percent:Q"), x2="interval_high_percent:Q", color=colour)
    points = base.transform_filter("isValid(datum.share_percent)").mark_point(size=95, filled=True, opacity=1)
    points = points.encode(x=alt.X("share_percent:Q"), color=colour, shape=look.mapped(alt.Shape, "side:N", comparison.SHAPES))
    marks = base.mark_point(size=95, filled=True, opacity=1).encode(
        x=alt.datum(104), color=colour, shape=look.mapped(alt.Shape, "side:N", comparison.SHAPES)
    )
    names = base.mark_text(align="left", dx=12, **WORDS).encode(x=alt.datum(104), text="text:N")
    return alt.layer(bounds, interval, points, marks, names).properties(
        height=230,
        description="Shares of children and of adults per property: points for certain counts, bars for what is possible.",
    )


def biomarker(rows: pd.DataFrame, biomarker: str) -> look.Chart:
    """Draw the printed values of one biomarker in their order, each below its occasion, and the normal limit if there is one.

    Args:
        biomarker: a key of :data:`charts.case.BIOMARKERS`.
    """
    title, top = case.BIOMARKERS[biomarker]
    measured = alt.Chart(rows).transform_filter("!datum.is_limit")
    y = alt.Y("occasion:N", sort=case.BY_OCCASION, axis=None)
    base = measured.encode(
        y=y,
        x=alt.X("value:Q", title=title, scale=alt.Scale(domain=[0, top], nice=False), axis=alt.Axis(tickCount=3)),
        tooltip=look.tooltip(
            ("occasion", "Occasion"), ("printed", "As printed"), ("statistic", "Kind of value"), ("how", "Note"),
            ("source", "Where in the paper"),
        ),
    )  # fmt: skip
    limit = alt.Chart(rows).transform_filter("datum.is_limit").transform_calculate(limit="'normal ' + datum.printed")
    line = limit.mark_rule(strokeDash=[5, 3], color=look.GUIDE, aria=False).encode(x="value:Q")
    name = limit.mark_text(align="left", dx=4, dy=-3, baseline="bottom", **WORDS)
    stems = base.mark_rule(strokeWidth=3, color=look.CHILD, opacity=0.5).encode(x2=alt.datum(0))
    points = base.mark_point(size=120, filled=True, color=look.CHILD, opacity=1)
    # μg/l and ng/ml are the same, and what is printed stands in the tooltip.
    multiple = "datum.value == 1 ? 'baseline, ' + datum.printed : datum.value + ' times'"
    text = f"datum.unit == 'times baseline' ? ({multiple}) : datum.value + ' ' + datum.unit"
    values = (
        base.transform_calculate(text=text).mark_text(align="left", dx=10, fontWeight="bold", **WORDS).encode(text="text:N")
    )
    occasions = measured.mark_text(align="left", dy=-25, **WORDS).encode(x=alt.value(0), y=y, text="occasion:N")
    return alt.layer(
        line, stems, points, values, occasions, name.encode(x="value:Q", y=alt.value(alt.expr("height")), text="limit:N")
    ).properties(height=alt.Step(56), description=f"Printed values of {biomarker} before and during omalizumab.")
