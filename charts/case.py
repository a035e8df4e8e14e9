"""Charts of the child's measurements: the symptom score by dose, and three biomarkers; every mark is the child's."""

import altair as alt
import pandas as pd

from charts import look

BY_OCCASION = alt.EncodingSortField(field="occasion_order", op="min")
NARROW = "(containerSize()[0] || width) < 500"
# One word a line on a narrow screen or in a narrow picture; a wide one has room for a line of several.
LINES = (
    f"{NARROW} ? split(replace(datum.label, '|no value printed', ' (no value)'), ' ')"
    " : split(datum.label, '|')"
)  # fmt: skip
# What all of the course is about is left out where a figure is narrow.
SHORT = f"{NARROW} ? replace(datum.label, ' omalizumab', '') : datum.label"
# Title and end of each axis. The values are those of the one child, so the axis is known before its rows are.
BIOMARKERS = {
    "tryptase": ("Tryptase (ng/ml)", 84.0),
    "total IgE": ("Total IgE (times baseline)", 16.0),
    "KIT D816V allele burden": ("KIT D816V (% of alleles)", 0.26),
}


def score(rows: pd.DataFrame) -> look.Chart:
    """Draw the symptom score by occasion, 0 to 10 points; occasions without a printed value say so."""
    occasions = alt.Axis(labelAngle=0, labelLimit=130, labelExpr=LINES, labelOverlap=False, ticks=False)
    base = alt.Chart(rows).encode(
        x=alt.X("name:N", sort=BY_OCCASION, title=None, axis=occasions),
        tooltip=look.tooltip(
            ("occasion", "Occasion"), ("value", "Score (of 10)"), ("printed", "As printed"), ("precision", "Time"),
            ("how", "Note"), ("source", "Where in the paper"),
        ),
    )  # fmt: skip
    y = alt.Y(
        "low:Q",
        title="Score (of 10 points)",
        scale=alt.Scale(domain=[-0.6, 11.4], nice=False),
        axis=alt.Axis(values=[0, 2, 4, 6, 8, 10]),
    )
    ranges = base.transform_filter("datum.low < datum.high").mark_bar(size=26, color=look.CHILD, cornerRadius=2)
    exact = base.transform_filter("datum.low == datum.high").mark_point(size=110, filled=True, color=look.CHILD, opacity=1)
    values = base.transform_filter("!datum.unprinted").mark_text(dy=-13, fontSize=12, color=look.TEXT)
    # A column without a place on the axis: its name says that no value is printed.
    unprinted = base.transform_filter("datum.unprinted").mark_bar(color=look.MUTED, opacity=0.1, width={"band": 0.96})
    return alt.layer(
        unprinted.encode(y=alt.value(0), y2=alt.value("height")),
        ranges.encode(y=y, y2="high:Q"),
        exact.encode(y=y),
        values.encode(y=alt.Y("high:Q"), text="value:N"),
    ).properties(
        height=280,
        description="Symptom score from 0 to 10 before and after the doses of omalizumab; "
        "occasions without a printed value say so.",
    )


def biomarkers(rows: pd.DataFrame, biomarker: str) -> look.Chart:
    """Draw the printed values of one biomarker in their printed order, with the normal limit as a dashed line.

    Args:
        biomarker: a key of :data:`BIOMARKERS`.
    """
    title, top = BIOMARKERS[biomarker]
    measured = alt.Chart(rows).transform_filter("!datum.is_limit")
    base = measured.encode(
        y=alt.Y("occasion:N", sort=BY_OCCASION, title=None, axis=look.line_axis(170, labelExpr=SHORT)),
        x=alt.X("value:Q", title=title, scale=alt.Scale(domain=[0, top], nice=False), axis=alt.Axis(tickCount=5)),
        tooltip=look.tooltip(
            ("occasion", "Occasion"), ("printed", "As printed"), ("statistic", "Kind of value"), ("precision", "Time"),
            ("how", "Note"), ("source", "Where in the paper"),
        ),
    )  # fmt: skip
    limit = alt.Chart(rows).transform_filter("datum.is_limit").transform_calculate(limit="'normal below ' + datum.value")
    line = limit.mark_rule(strokeDash=[5, 3], color=look.GUIDE, aria=False).encode(x="value:Q")
    name = limit.mark_text(align="left", dx=4, fontSize=11, color=look.TEXT, baseline="top").encode(
        x="value:Q", y=alt.value(1), text="limit:N"
    )
    stems = base.mark_rule(strokeWidth=2, color=look.CHILD, opacity=0.5).encode(x2=alt.datum(0))
    points = base.mark_point(size=90, filled=True, color=look.CHILD, opacity=1)
    values = base.mark_text(align="left", dx=9, fontSize=11, color=look.TEXT).encode(text="shown:N")
    return alt.layer(line, stems, points, values, name).properties(
        height=alt.Step(40), description=f"Printed values of {biomarker} before and during omalizumab."
    )
