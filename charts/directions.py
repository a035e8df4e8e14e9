"""Charts of directions of effect: up, down, unchanged, mixed or not assessed; a direction is never a benefit."""

from typing import Any

import altair as alt
import pandas as pd

from charts import look
from data.source import Limits

BIOMARKERS = ["total IgE", "tryptase"]
# An arrow for a direction, a bar for none, a diamond for both, an empty ring for nothing known.
GLYPHS = {
    "up": "triangle-up",
    "down": "triangle-down",
    "unchanged": "M-1,-0.3H1V0.3H-1Z",
    "mixed": "diamond",
    "not assessed": "circle",
}
# The share of those assessed in words: a number, or its bounds.
SHARE = (
    "!isValid(datum.share_low_percent) ? 'nobody is assessed' : format(datum.share_low_percent, '.0f') + "
    "(datum.share_low_percent == datum.share_high_percent ? '' : ' to ' + format(datum.share_high_percent, '.0f')) + ' %'"
)
DIRECTIONS = list(GLYPHS)
HUES = {"systemic": look.CERTAIN, "cutaneous": look.OTHER, "systemic and cutaneous": look.GREEN, "child": look.CHILD}


def _arrows(rows: pd.DataFrame) -> alt.Chart:
    """Give the base of the effect-direction plot: a line per table row or publication, a column per biomarker."""
    axis = look.line_axis(250, labelExpr="containerSize()[0] < 400 ? split(datum.label, ' (')[0] : datum.label")
    columns = alt.Axis(orient="top", labelAngle=0, ticks=False, domain=False, labelFontWeight="bold")
    return (
        alt.Chart(rows)
        .transform_calculate(hue="datum.verdict == 'child' ? 'child' : datum.disease")
        .encode(
            y=alt.Y("label:N", sort=alt.EncodingSortField(field="row", op="min"), title=None, axis=axis),
            x=alt.X("biomarker:N", scale=alt.Scale(domain=BIOMARKERS), title=None, axis=columns),
            tooltip=look.tooltip(
                ("label", "Table row"), ("biomarker", "Biomarker"), ("read_as", "Direction"),
                ("patients", "Patient reports counted"), ("verdict", "Verdict"), ("source", "Source"),
            ),
        )
    )  # fmt: skip


def plot(rows: pd.DataFrame, limits: Limits) -> look.Chart:
    """Draw an effect-direction plot: one line per table row or publication, one column per biomarker.

    After Thomson and Thomas 2013 (doi 10.1002/jrsm.1060) as the Cochrane Handbook, chapter 12, takes it up: arrows show
    direction only, their size the number of patient reports.
    """
    base = _arrows(rows)
    style = {
        "fill": look.mapped(alt.Fill, "hue:N", HUES),
        **look.ringed(look.mapped(alt.Stroke, "hue:N", HUES), 1.4),
        "opacity": look.fading(),
        "strokeOpacity": look.by_verdict(alt.StrokeOpacity, "arrow_outline"),
        "shape": look.mapped(alt.Shape, "direction:N", GLYPHS),
    }
    sizes = alt.Scale(type="sqrt", domain=[0, limits.largest_publication], range=[70, 330])
    known = base.transform_filter("datum.direction != 'not assessed'").mark_point()
    known = look.choosable(known).encode(
        **style, size=alt.Size("at_most:Q", scale=sizes, legend=None), fillOpacity=look.by_verdict(alt.FillOpacity, "arrow")
    )
    unknown = base.transform_filter("datum.direction == 'not assessed'").mark_point(fillOpacity=0, size=26)
    counts = (
        base.transform_filter("datum.direction != 'not assessed' && datum.at_most > 0")
        .transform_calculate(n="'n = ' + datum.patients + (datum.direction == 'mixed' ? ', ' + datum.signs : '')")
        .mark_text(align="left", dx=13, fontSize=11, color=look.TEXT)
        .encode(text="n:N", opacity=look.fading(look.FADED_WORDS))
    )
    return alt.layer(known, unknown.encode(**style), counts).properties(
        height=alt.Step(22),
        description="Effect-direction plot: for each table row an arrow for total immunoglobulin E and for tryptase.",
    )


def tally(rows: pd.DataFrame, limits: Limits, unit: str) -> look.Chart:
    """Draw how many units went each way, per biomarker: certain solid, possible pale behind it.

    Args:
        unit: what is counted, a key of :meth:`data.source.Limits.units`.
    """
    end = look.reach(limits.units()[unit])
    lanes = alt.YOffset("biomarker:N", scale=alt.Scale(domain=BIOMARKERS))
    bars = look.stacked(
        rows,
        y=alt.Y("direction:N", sort=DIRECTIONS, scale=alt.Scale(domain=DIRECTIONS), title=None, axis=look.line_axis()),
        x=alt.X("units:Q", title=unit.capitalize(), scale=alt.Scale(domain=[0, end]), axis=alt.Axis(tickCount=5)),
        tooltip=look.tooltip(
            ("biomarker", "Biomarker"), ("direction", "Direction"), ("verdict", "Verdict"), ("units:Q", unit.capitalize()),
        ),
        yOffset=lanes,
    ).mark_bar()  # fmt: skip
    sums: Any = {"reach": "sum(units)", "position": "max(position)", "low": "min(low)", "high": "max(high)"}
    text = "(datum.low == datum.high ? datum.low : datum.low + '–' + datum.high) + '  ' + datum.biomarker"
    names = (
        alt.Chart(rows)
        .transform_aggregate(**sums, groupby=["biomarker", "direction"])
        .transform_calculate(text=text)
        .mark_text(align="left", dx=6, fontSize=11, color=look.TEXT)
        .encode(
            y=alt.Y("direction:N", sort=DIRECTIONS, scale=alt.Scale(domain=DIRECTIONS)),
            yOffset=lanes,
            x="reach:Q",
            text="text:N",
        )
    )
    return alt.layer(bars, names).properties(
        height=alt.Step(19),
        description="How many went up, down, unchanged, mixed or not assessed; certain and possible stacked.",
    )


def influence(rows: pd.DataFrame, limits: Limits) -> look.Chart:
    """Draw the share that went the chosen way with each publication left out in turn, in percent of those assessed.

    Args:
        limits: as every chart of the literature takes them; shares end at 100 % in every source, with words right of it.
    """
    base = alt.Chart(rows).transform_calculate(share=SHARE).encode(
        y=alt.Y("label:N", sort=alt.EncodingSortField(field="slot", op="min"), title=None, axis=look.line_axis(170)),
        x=alt.X(
            "share_low_percent:Q",
            title="Share of those assessed (%)",
            scale=alt.Scale(domain=[0, 118], nice=False),
            axis=alt.Axis(values=list(range(0, 101, 20))),
        ),
        tooltip=look.tooltip(
            ("label", "Left out"), ("counts", "Went this way, of those assessed"), ("unit", "Counted in"), ("share", "Share"),
        ),
    )  # fmt: skip
    colour = alt.condition("datum.publication_id == ''", alt.value(look.MUTED), alt.value(look.CERTAIN))
    outline = alt.Stroke(
        condition=[
            {"test": look.LIT, "value": look.TEXT.to_dict()},
            {"test": "datum.publication_id == ''", "value": look.MUTED},
        ],
        value=look.CERTAIN,
    )
    style: Any = {"color": colour, "stroke": outline, "opacity": look.fading()}
    style["strokeWidth"] = alt.condition(look.LIT, alt.value(2.6), alt.value(1.2))
    span = base.mark_bar(height=8, fillOpacity=0.2, strokeDash=[4, 2]).encode(x2="share_high_percent:Q", **style)
    exact = base.transform_filter("datum.share_low_percent == datum.share_high_percent")
    points = exact.mark_point(size=90, filled=True).encode(**style)
    names = base.mark_text(align="left", dx=9, fontSize=11, color=look.TEXT)
    names = names.encode(x="share_high_percent:Q", text="counts:N", opacity=look.fading(look.FADED_WORDS))
    span = look.choosable(span.transform_filter("datum.share_low_percent != datum.share_high_percent"))
    return alt.layer(span, points, names).properties(
        height=alt.Step(24), description="Share that went the chosen way with each publication left out in turn, in percent."
    )
