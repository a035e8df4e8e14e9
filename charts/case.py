"""Charts of the child's course: the timeline, the symptom score by dose, and three biomarkers."""

import altair as alt
import pandas as pd

from charts import CERTAIN, CHILD, MUTED, TEXT, Chart, line_axis

LANES = ["Skin", "Diagnosis", "Episodes", "Symptom burden", "Medication", "Omalizumab injections", "Response"]
LANE_COLOURS = ["#a0672b", "#7a5cc7", "#c8435a", "#b3457f", MUTED, CERTAIN, "#2c8a57"]

# From and to of each view, in the unit of each axis: years of age, or months from the first omalizumab dose.
VIEWS = {
    "first dose": {"Whole life": (-121.0, 23.0), "First-line therapy": (-26.0, 3.0), "Omalizumab": (-3.0, 22.0)},
    "birth": {"Whole life": (0.0, 12.0), "First-line therapy": (7.8, 10.3), "Omalizumab": (9.7, 11.9)},
}
AXIS_TITLES = {
    "birth": "Age (years)",
    "first dose": "Months from the first dose",
}
# One word a line on a narrow screen or in a narrow picture, the first word above the rest on a wide one.
TWO_LINES = (
    "(containerSize()[0] || width) < 500 ? split(datum.label, ' ')"
    " : [split(datum.label, ' ')[0], join(slice(split(datum.label, ' '), 1), ' ')]"
)
BIOMARKERS = {
    "tryptase": ("Tryptase (ng/ml)", 80.0),
    "total IgE": ("Total IgE (times baseline)", 16.0),
    "KIT D816V allele burden": ("KIT D816V (% of alleles)", 0.25),
}


def timeline(rows: pd.DataFrame, axis: str, view: str) -> Chart:
    """Draw the course of the child, one line per event or medication step, grouped in lanes.

    Args:
        rows: the marks of ``case/timeline``.
        axis: ``birth`` (years of age) or ``first dose`` (months from it).
        view: a key of :data:`VIEWS`, the stretch of the axis to show.
    """
    domain = VIEWS[axis][view]
    heading = f"indexof({LANES}, datum.value) >= 0"
    y = alt.Y(
        "label:N",
        sort=alt.EncodingSortField(field="slot", op="min"),
        title=None,
        axis=alt.Axis(
            labelLimit=alt.expr("containerSize()[0] < 500 ? 140 : 220"),
            labelExpr="containerSize()[0] < 500 ? split(datum.label, ' · ')[0] : datum.label",
            labelFontWeight={"condition": {"test": heading, "value": "bold"}, "value": "normal"},
            labelOverlap=False,
            labelFlush=False,
            labelBound=False,
            ticks=False,
            domain=False,
            grid=False,
        ),
    )

    def x(field: str) -> alt.X:
        return alt.X(
            f"{field}:Q",
            title=AXIS_TITLES[axis],
            scale=alt.Scale(domain=domain, nice=False),
            axis=alt.Axis(format="~f", tickCount=8),
        )

    base = alt.Chart(rows).encode(
        y=y,
        color=alt.Color("lane:N", scale=alt.Scale(domain=LANES, range=LANE_COLOURS), legend=None),
        opacity=alt.condition(alt.selection_point("event", fields=["id"]), alt.value(1), alt.value(0.35)),
        tooltip=[
            alt.Tooltip("label:N", title="Event"),
            alt.Tooltip("detail:N", title="Detail"),
            alt.Tooltip("precision:N", title="Time"),
            alt.Tooltip("how:N", title="How the time is known"),
            alt.Tooltip("source:N", title="Where in the paper"),
        ],
    )
    band = alt.Chart(rows).transform_filter("datum.slot == 1").mark_rect(opacity=0.13, color="#c8435a", clip=True)
    band = band.encode(x=x("band_from"), x2="band_to:Q")
    story = (
        alt.Chart(rows)
        .transform_filter("datum.slot == 1")
        .mark_text(
            text="Missed dose, relapse, re-start",
            align="right" if view == "Whole life" else "left",
            dx=-4 if view == "Whole life" else 4,
            fontSize=11,
            color=TEXT,
            clip=True,
        )
        .encode(y=y, x=x("band_from"))
    )
    rules = alt.Chart(rows).transform_filter("datum.kind == 'lane'").mark_rule(opacity=0.35, color=MUTED).encode(y=y)
    event = "datum.kind != 'lane'"
    reach = base.transform_filter(event + " && datum.momentary && datum.start_low < datum.end_high")
    reach = reach.mark_rule(strokeWidth=1.6, strokeDash=[2, 3], clip=True).encode(x=x("start_low"), x2="end_high:Q")
    pale = (
        base.transform_filter(event + " && !datum.momentary")
        .mark_bar(height=9, fillOpacity=0.22, strokeWidth=1, strokeDash=[3, 2], clip=True)
        .encode(
            x=x("start_low"),
            x2="end_high:Q",
            stroke=alt.Stroke("lane:N", legend=None, scale=alt.Scale(domain=LANES, range=LANE_COLOURS)),
        )
    )
    solid = (
        base.transform_filter(event + " && !datum.momentary && datum.start_high < datum.end_low")
        .mark_bar(height=10.4, clip=True)
        .encode(x=x("start_high"), x2="end_low:Q")
    )
    points = (
        base.transform_filter(event + " && datum.momentary")
        .mark_point(size=70, strokeWidth=1.8, clip=True)
        .encode(
            x=x("place"),
            shape=alt.Shape(
                "precision:N",
                legend=None,
                scale=alt.Scale(domain=["stated", "derived", "order only"], range=["circle", "circle", "diamond"]),
            ),
            fill=alt.Fill("lane:N", legend=None, scale=alt.Scale(domain=LANES, range=LANE_COLOURS)),
            fillOpacity=alt.FillOpacity(
                "precision:O",
                legend=None,
                scale=alt.Scale(type="ordinal", domain=["stated", "derived", "order only"], range=[1, 0.15, 0]),
            ),
        )
    )
    arrows = (
        base.transform_filter(event + " && datum.ongoing")
        .mark_point(shape="triangle-right", size=90, filled=True, xOffset=6, clip=True)
        .encode(x=x("reach"))
    )
    return (
        alt.layer(rules, band, reach, pale, solid, points, arrows, story)
        .add_params(alt.selection_point("event", fields=["id"], on="click", clear="dblclick"))
        .properties(
            height=alt.Step(17),
            description="Timeline of the child: events and medication steps in lanes, uncertain times dashed or pale.",
        )
    )


def score(rows: pd.DataFrame) -> Chart:
    """Draw the symptom score by occasion, 0 to 10 points; occasions without a printed value say so."""
    base = alt.Chart(rows).encode(
        x=alt.X(
            "occasion:N",
            sort=alt.EncodingSortField(field="occasion_order", op="min"),
            title=None,
            axis=alt.Axis(labelAngle=0, labelLimit=110, labelExpr=TWO_LINES, labelOverlap=False, ticks=False),
        ),
        tooltip=[
            alt.Tooltip("occasion:N", title="Occasion"),
            alt.Tooltip("value:N", title="Score (of 10)"),
            alt.Tooltip("printed:N", title="As printed"),
            alt.Tooltip("how:N", title="Note"),
            alt.Tooltip("source:N", title="Where in the paper"),
        ],
    )
    y = alt.Y(
        "low:Q",
        title="Symptom score (points of 10)",
        scale=alt.Scale(domain=[-0.6, 10.6], nice=False),
        axis=alt.Axis(values=[0, 2, 4, 6, 8, 10]),
    )
    bars = (
        base.transform_filter("datum.low < datum.high").mark_bar(size=26, color=CHILD, cornerRadius=2).encode(y=y, y2="high:Q")
    )
    points = (
        base.transform_filter("datum.low == datum.high").mark_point(size=110, filled=True, color=CHILD, opacity=1).encode(y=y)
    )
    values = (
        base.transform_filter("!datum.unprinted")
        .mark_text(dy=-13, fontSize=12, color=TEXT)
        .encode(y=alt.Y("high:Q"), text="value:N")
    )
    unprinted = (
        base.transform_filter("datum.unprinted")
        .mark_text(fontSize=11, color=TEXT, lineBreak="|", text="no value|printed", baseline="middle")
        .encode(y=alt.value(120))
    )
    return alt.layer(bars, points, values, unprinted).properties(
        height=280,
        description="Symptom score from 0 to 10 before and after the doses of omalizumab; occasions without a printed value say so.",
    )


def biomarkers(rows: pd.DataFrame, biomarker: str) -> Chart:
    """Draw the printed values of one biomarker in their printed order, with the normal limit as a dashed line.

    Args:
        biomarker: a key of :data:`BIOMARKERS`.
    """
    title, top = BIOMARKERS[biomarker]
    base = (
        alt.Chart(rows)
        .transform_filter("!datum.is_limit")
        .encode(
            y=alt.Y(
                "occasion:N",
                sort=alt.EncodingSortField(field="occasion_order", op="min"),
                title=None,
                axis=line_axis(170),
            ),
            x=alt.X("value:Q", title=title, scale=alt.Scale(domain=[0, top]), axis=alt.Axis(tickCount=5)),
            tooltip=[
                alt.Tooltip("occasion:N", title="Occasion"),
                alt.Tooltip("printed:N", title="As printed"),
                alt.Tooltip("statistic:N", title="Kind of value"),
                alt.Tooltip("how:N", title="Note"),
                alt.Tooltip("source:N", title="Where in the paper"),
            ],
        )
    )
    limit = alt.Chart(rows).transform_filter("datum.is_limit").transform_calculate(limit="'normal ' + datum.printed")
    line = limit.mark_rule(strokeDash=[5, 3], color="gray", aria=False).encode(x="value:Q")
    name = limit.mark_text(align="left", dx=4, dy=-3, fontSize=11, color=TEXT, baseline="bottom").encode(
        x="value:Q", y=alt.value("height"), text="limit:N"
    )
    stems = base.mark_rule(strokeWidth=2, color=CHILD, opacity=0.5).encode(x2=alt.datum(0))
    points = base.mark_point(size=90, filled=True, color=CHILD, opacity=1)
    values = base.mark_text(align="left", dx=9, fontSize=11, color=TEXT).encode(text="printed:N")
    return alt.layer(line, stems, points, values, name).properties(
        height=alt.Step(40), description=f"Printed values of {biomarker} before and during omalizumab."
    )
