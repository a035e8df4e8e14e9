"""Charts of the literature table: who was treated, and for how long."""

from typing import Any

import altair as alt
import pandas as pd

from charts import look
from data.source import Limits

# Layers that leave rows out must still agree on the order of the lines.
BY_ROW = alt.EncodingSortField(field="row", op="min")
BY_SIZE = alt.EncodingSortField(field="publication_patients", op="max", order="descending")
# The stops of a quantity that a source tells nothing of: its axis stays, and stays empty.
NOTHING = (1, 2)
SHAPE = look.mapped(alt.Shape, "disease:N", {"systemic": "circle", "cutaneous": "square"})


def ages(rows: pd.DataFrame, limits: Limits) -> look.Chart:
    """Draw ages per table row: a point where an age is printed, a bar where only a range is. One row per line, in years."""
    stops = limits.of("age") or NOTHING
    scale = alt.Scale(domain=[stops[0], stops[-1]])
    # Where room is short, shapes alone tell the disease.
    axis = look.line_axis(230, labelExpr="containerSize()[0] < 500 ? split(datum.label, ' (')[0] : datum.label")
    base = alt.Chart(rows).encode(
        y=alt.Y("label:N", sort=BY_ROW, title=None, axis=axis),
        x=alt.X("age_low_years:Q", title="Age (completed years)", scale=scale),
        tooltip=look.tooltip(
            ("label", "Table row"), ("age", "Age"), ("reports:Q", "Patients"), ("verdict", "Verdict"), ("source", "Source"),
        ),
        **look.verdict_look(),
    )  # fmt: skip
    border = alt.Chart(rows).mark_rule(strokeDash=[2, 3], color=look.GUIDE, aria=False).encode(x=alt.datum(18))
    bars = base.transform_filter("!datum.exact").mark_bar(height=9, cornerRadius=2)
    points = base.transform_filter("datum.exact").mark_point(size=70).encode(shape=SHAPE)
    shared = alt.Chart(rows).transform_filter("datum.reports > 1").transform_calculate(count="'× ' + datum.reports")
    y = alt.Y("label:N", sort=BY_ROW)
    before = shared.transform_filter("!datum.exact").mark_text(align="right", dx=-5, fontSize=11, color=look.TEXT)
    after = shared.transform_filter("datum.exact").mark_text(align="left", dx=8, fontSize=11, color=look.TEXT)
    words = {"y": y, "text": "count:N", "opacity": look.fading(look.FADED_WORDS)}
    counts = [before.encode(x="age_low_years:Q", **words), after.encode(x="age_high_years:Q", **words)]
    bars = look.choosable(bars.encode(x2="age_high_years:Q"))
    return alt.layer(border, bars, points, *counts).properties(
        height=alt.Step(19),
        description="Ages of the patients by table row: points for exact ages, bars for printed ranges, in years.",
    )


def composition(rows: pd.DataFrame, limits: Limits) -> look.Chart:
    """Draw counts per disease, stacked by verdict, in the chosen unit."""
    end = look.reach(limits.largest_disease, room=14)
    base = look.stacked(
        rows,
        y=alt.Y("disease:N", sort=["systemic", "cutaneous"], title=None, axis=look.line_axis()),
        x=alt.X("units:Q", title="Counted, certain first", scale=alt.Scale(domain=[0, end])),
        tooltip=look.tooltip(("disease", "Disease"), ("verdict", "Verdict"), ("units:Q", "Count"), ("unit", "Unit")),
    )
    counted = "(datum.verdict == 'certain' || datum.verdict == 'possible') ? datum.units : 0"
    labels = (
        alt.Chart(rows)
        .transform_calculate(certain="datum.verdict == 'certain' ? datum.units : 0", counted=counted)
        .transform_aggregate(certain="sum(certain)", at_most="sum(counted)", end="sum(units)", groupby=["disease", "unit"])
        .transform_calculate(text="(datum.certain == datum.at_most ? '' : datum.certain + '–') + datum.at_most")
        .mark_text(align="left", dx=6, fontSize=12, fontWeight="bold", color=look.TEXT)
        .encode(y=alt.Y("disease:N", sort=["systemic", "cutaneous"]), x="end:Q", text="text:N")
    )
    return alt.layer(base.mark_bar(size=30), labels).properties(
        height=alt.Step(44), description="Counts by disease and verdict, stacked: certain, possible, not reported, excluded."
    )


def publications(rows: pd.DataFrame, limits: Limits) -> look.Chart:
    """Draw patients per publication, largest first, certain solid and possible pale."""
    end = look.reach(limits.largest_publication, room=10)
    shade = alt.condition("datum.largest", alt.value(look.CERTAIN), alt.value(look.PALE))
    base = look.stacked(
        alt.Chart(rows)
        .transform_joinaggregate(most="max(publication_patients)")
        .transform_calculate(largest="datum.publication_patients == datum.most"),
        y=alt.Y("publication:N", sort=BY_SIZE, title=None, axis=look.line_axis()),
        x=alt.X("patients:Q", title="Patients", scale=alt.Scale(domain=[0, end])),
        tooltip=look.tooltip(
            ("publication", "Publication"), ("patients:Q", "Patients"), ("verdict", "Verdict"),
            ("at_most:Q", "Of all counted patients, at most"),
        ),
    ).encode(fill=shade)  # fmt: skip
    sums: Any = {"low": "sum(sure)", "publication_patients": "max(publication_patients)"}
    held = "datum.publication_patients"
    label = (
        alt.Chart(rows)
        .transform_calculate(sure="datum.verdict == 'certain' ? datum.patients : 0")
        .transform_aggregate(**sums, groupby=["publication", "lit"])
        .transform_calculate(bounds=f"(datum.low == {held} ? '' : datum.low + '–') + {held}")
        .mark_text(align="left", dx=6, fontSize=11, color=look.TEXT)
        .encode(
            y=alt.Y("publication:N", sort=BY_SIZE),
            x="publication_patients:Q",
            text="bounds:N",
            opacity=look.fading(look.FADED_WORDS),
        )
    )
    return alt.layer(look.choosable(base.mark_bar(size=13)), label).properties(
        height=alt.Step(19), description="Patients per publication, largest first; certain and possible stacked."
    )


def therapy(rows: pd.DataFrame, limits: Limits) -> look.Chart:
    """Draw therapy length per patient (months): a bar from zero where it is printed, a range bar where only a range is."""
    scale = alt.Scale(domain=[0, look.reach((limits.of("therapy") or NOTHING)[-1])], nice=False)
    base = alt.Chart(rows).encode(
        y=alt.Y("label:N", sort=BY_ROW, title=None, axis=look.line_axis(190)),
        x=alt.X("therapy_low_months:Q", title="Therapy length (months)", scale=scale),
        tooltip=look.tooltip(
            ("label", "Table row"), ("therapy", "Therapy length"), ("dose", "Dose"), ("reports:Q", "Patients"),
            ("verdict", "Verdict"), ("source", "Source"),
        ),
        **look.verdict_look(),
    )  # fmt: skip
    exact = look.choosable(base.transform_filter("datum.exact").mark_bar(height=10))
    ranges = base.transform_filter("!datum.exact").mark_bar(height=10).encode(x2="therapy_high_months:Q")
    ongoing = base.transform_filter("datum.verdict == 'child'").mark_point(shape="triangle-right", size=90)
    ends = (
        alt.Chart(rows)
        .transform_filter("!datum.exact")
        .mark_text(text="range", align="left", dx=6, fontSize=11, color=look.TEXT)
        .encode(y=alt.Y("label:N", sort=BY_ROW), x="therapy_high_months:Q", opacity=look.fading(look.FADED_WORDS))
    )
    return alt.layer(exact, ranges, ongoing, ends).properties(
        height=alt.Step(19),
        description="Therapy length in months: bars from zero for printed lengths, floating bars for printed ranges.",
    )
