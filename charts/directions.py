"""Charts of directions of effect: up, down, unchanged, mixed or not assessed; a direction is never a benefit."""

import altair as alt
import pandas as pd

from charts import CERTAIN, CHILD, MUTED, OTHER, TEXT, Chart, by_verdict, line_axis, verdict_look

BIOMARKERS = ["total IgE", "tryptase"]
DIRECTIONS = ["up", "down", "unchanged", "mixed", "not assessed"]
# An arrow for a direction, a bar for none, a diamond for both, an empty ring for nothing known.
GLYPHS = ["triangle-up", "triangle-down", "M-1,-0.3H1V0.3H-1Z", "diamond", "circle"]
DISEASES = ["systemic", "cutaneous", "systemic and cutaneous"]
DISEASE_COLOURS = [CERTAIN, OTHER, "#2c8a57"]
STRENGTH = {"certain": 0.95, "possible": 0.25, "not reported": 0.0, "excluded": 0.06, "child": 0.95}
EDGE = {"certain": 1.0, "possible": 0.9, "not reported": 0.5, "excluded": 0.25, "child": 1.0}
# The most units there can be, so that the axis stays when a filter moves.
REACH = {"patients": 84, "patient reports": 86, "publications": 20, "table rows": 21}
BY_ROW = alt.EncodingSortField(field="row", op="min")


def plot(rows: pd.DataFrame) -> Chart:
    """Draw an effect-direction plot: one line per table row or publication, one column per biomarker.

    After Thomson and Thomas 2013 (doi 10.1002/jrsm.1060) as the Cochrane Handbook, chapter 12, takes it up: arrows show
    direction only, their size the number of patient reports.
    """
    colour = alt.Scale(domain=[*DISEASES, "child"], range=[*DISEASE_COLOURS, CHILD])
    axis = line_axis(250)
    axis.labelExpr = "containerSize()[0] < 400 ? split(datum.label, ' (')[0] : datum.label"
    base = (
        alt.Chart(rows)
        .transform_calculate(hue="datum.verdict == 'child' ? 'child' : datum.disease")
        .encode(
            y=alt.Y("label:N", sort=BY_ROW, title=None, axis=axis),
            x=alt.X(
                "biomarker:N",
                scale=alt.Scale(domain=BIOMARKERS),
                title=None,
                axis=alt.Axis(orient="top", labelAngle=0, ticks=False, domain=False, labelFontWeight="bold"),
            ),
            tooltip=[
                alt.Tooltip("label:N", title="Table row"),
                alt.Tooltip("biomarker:N", title="Biomarker"),
                alt.Tooltip("read_as:N", title="Direction"),
                alt.Tooltip("patients:N", title="Patient reports counted"),
                alt.Tooltip("verdict:N", title="Verdict"),
                alt.Tooltip("source:N", title="Source"),
            ],
        )
    )
    look = {
        "fill": alt.Fill("hue:N", scale=colour, legend=None),
        "stroke": alt.Stroke("hue:N", scale=colour, legend=None),
        "strokeOpacity": by_verdict(alt.StrokeOpacity, EDGE),
        "shape": alt.Shape("direction:N", scale=alt.Scale(domain=DIRECTIONS, range=GLYPHS), legend=None),
    }
    size = alt.Size("at_most:Q", scale=alt.Scale(type="sqrt", domain=[0, 40], range=[70, 330]), legend=None)
    known = base.transform_filter("datum.direction != 'not assessed'").mark_point(strokeWidth=1.4, opacity=1)
    unknown = base.transform_filter("datum.direction == 'not assessed'").mark_point(strokeWidth=1, fillOpacity=0, size=26)
    counts = (
        base.transform_filter("datum.direction != 'not assessed' && datum.at_most > 0")
        .transform_calculate(n="'n = ' + datum.patients + (datum.direction == 'mixed' ? ', ' + datum.signs : '')")
        .mark_text(align="left", dx=13, fontSize=11, color=TEXT)
        .encode(text="n:N")
    )
    return alt.layer(
        known.encode(**look, size=size, fillOpacity=by_verdict(alt.FillOpacity, STRENGTH)), unknown.encode(**look), counts
    ).properties(
        height=alt.Step(22),
        description="Effect-direction plot: for each table row an arrow for total immunoglobulin E and for tryptase.",
    )


def tally(rows: pd.DataFrame, unit: str) -> Chart:
    """Draw how many units went each way, per biomarker: certain solid, possible pale behind it.

    Args:
        unit: what is counted, a key of :data:`REACH`.
    """
    base = alt.Chart(rows).encode(
        y=alt.Y("direction:N", sort=DIRECTIONS, scale=alt.Scale(domain=DIRECTIONS), title=None, axis=line_axis()),
        x=alt.X("units:Q", title=unit.capitalize(), stack="zero", scale=alt.Scale(domain=[0, REACH[unit]], nice=False)),
        order=alt.Order("position:Q"),
        tooltip=[
            alt.Tooltip("biomarker:N", title="Biomarker"),
            alt.Tooltip("direction:N", title="Direction"),
            alt.Tooltip("verdict:N", title="Verdict"),
            alt.Tooltip("units:Q", title=unit.capitalize()),
        ],
        yOffset=alt.YOffset("biomarker:N", scale=alt.Scale(domain=BIOMARKERS)),
        **verdict_look(),
    )
    bars = base.mark_bar(strokeWidth=1.2)
    names = (
        alt.Chart(rows)
        .transform_aggregate(
            reach="sum(units)", position="max(position)", low="min(low)", high="max(high)", groupby=["biomarker", "direction"]
        )
        .transform_calculate(
            told="(datum.low == datum.high ? datum.low : datum.low + '–' + datum.high) + '  ' + datum.biomarker"
        )
        .mark_text(align="left", dx=6, fontSize=11, color=TEXT)
        .encode(
            y=alt.Y("direction:N", sort=DIRECTIONS, scale=alt.Scale(domain=DIRECTIONS)),
            yOffset=alt.YOffset("biomarker:N", scale=alt.Scale(domain=BIOMARKERS)),
            x="reach:Q",
            text="told:N",
        )
    )
    return alt.layer(bars, names).properties(
        height=alt.Step(19),
        description="How many went up, down, unchanged, mixed or not assessed; certain and possible stacked.",
    )


def influence(rows: pd.DataFrame) -> Chart:
    """Draw the share that went the chosen way with each publication left out in turn, in percent of those assessed."""
    order = alt.EncodingSortField(field="slot", op="min")
    y = alt.Y("label:N", sort=order, title=None, axis=line_axis(170))
    base = alt.Chart(rows).encode(
        y=y,
        x=alt.X(
            "share_low_percent:Q",
            title="Share of those assessed (%)",
            scale=alt.Scale(domain=[0, 118], nice=False),
            axis=alt.Axis(values=list(range(0, 101, 20))),
        ),
        tooltip=[
            alt.Tooltip("label:N", title="Left out"),
            alt.Tooltip("counts:N", title="Went this way, of those assessed"),
            alt.Tooltip("unit:N", title="Counted in"),
            alt.Tooltip("share_low_percent:Q", title="At least (%)", format=".0f"),
            alt.Tooltip("share_high_percent:Q", title="At most (%)", format=".0f"),
        ],
    )
    colour = alt.condition("datum.publication_id == ''", alt.value(MUTED), alt.value(CERTAIN))
    span = base.mark_bar(height=8, fillOpacity=0.2, strokeWidth=1.2, strokeDash=[4, 2]).encode(
        x2="share_high_percent:Q", color=colour, stroke=colour
    )
    exact = base.transform_filter("datum.share_low_percent == datum.share_high_percent")
    points = exact.mark_point(size=90, filled=True, opacity=1).encode(color=colour)
    names = base.mark_text(align="left", dx=9, fontSize=11, color=TEXT).encode(x="share_high_percent:Q", text="counts:N")
    return alt.layer(span.transform_filter("datum.share_low_percent != datum.share_high_percent"), points, names).properties(
        height=alt.Step(24), description="Share that went the chosen way with each publication left out in turn, in percent."
    )
