"""Charts of the literature table: who was treated, with what dose, and for how long."""

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
    base = alt.Chart(rows).encode(
        y=alt.Y("label:N", sort=BY_ROW, title=None, axis=look.line_axis(230)),
        x=alt.X("age_low_years:Q", title="Age (completed years)", scale=scale),
        tooltip=look.tooltip(
            ("label", "Table row"), ("age", "Age"), ("reports:Q", "Patients"), ("verdict", "Verdict"), ("source", "Source"),
        ),
        **look.verdict_look(),
    )  # fmt: skip
    border = alt.Chart(rows).mark_rule(strokeDash=[2, 3], color=look.GUIDE, aria=False).encode(x=alt.datum(18))
    bars = base.transform_filter("!datum.exact").mark_bar(height=9, strokeWidth=1.2, cornerRadius=2)
    points = base.transform_filter("datum.exact").mark_point(size=70, strokeWidth=1.4, opacity=1).encode(shape=SHAPE)
    shared = alt.Chart(rows).transform_filter("datum.reports > 1").transform_calculate(count="'× ' + datum.reports")
    y = alt.Y("label:N", sort=BY_ROW)
    before = shared.transform_filter("!datum.exact").mark_text(align="right", dx=-5, fontSize=11, color=look.TEXT)
    after = shared.transform_filter("datum.exact").mark_text(align="left", dx=8, fontSize=11, color=look.TEXT)
    counts = [before.encode(y=y, x="age_low_years:Q", text="count:N"), after.encode(y=y, x="age_high_years:Q", text="count:N")]
    return alt.layer(border, bars.encode(x2="age_high_years:Q"), points, *counts).properties(
        height=alt.Step(19),
        description="Ages of the patients by table row: points for exact ages, bars for printed ranges, in years.",
    )


def composition(rows: pd.DataFrame, limits: Limits) -> look.Chart:
    """Draw counts per disease, stacked by verdict, in the chosen unit."""
    end = look.reach(limits.largest_disease)
    base = look.stacked(
        rows,
        y=alt.Y("disease:N", sort=["systemic", "cutaneous"], title=None, axis=look.line_axis()),
        x=alt.X("units:Q", title="Count in the chosen unit", scale=alt.Scale(domain=[0, end])),
        tooltip=look.tooltip(("disease", "Disease"), ("verdict", "Verdict"), ("units:Q", "Count"), ("unit", "Unit")),
    )
    return alt.layer(base.mark_bar(size=30, strokeWidth=1.2)).properties(
        height=alt.Step(44), description="Counts by disease and verdict, stacked: certain, possible, not reported, excluded."
    )


def publications(rows: pd.DataFrame, limits: Limits) -> look.Chart:
    """Draw patients per publication, largest first, certain solid and possible pale."""
    end = look.reach(limits.largest_publication, room=10)
    base = look.stacked(
        rows,
        y=alt.Y("publication:N", sort=BY_SIZE, title=None, axis=look.line_axis()),
        x=alt.X("patients:Q", title="Patients", scale=alt.Scale(domain=[0, end])),
        tooltip=look.tooltip(
            ("publication", "Publication"), ("patients:Q", "Patients"), ("verdict", "Verdict"),
            ("at_most:Q", "Of all counted patients, at most"),
        ),
    )  # fmt: skip
    label = alt.Chart(rows).mark_text(align="left", dx=6, fontSize=11, color=look.TEXT)
    label = label.encode(
        y=alt.Y("publication:N", sort=BY_SIZE),
        x=alt.X("publication_patients:Q", aggregate="max"),
        text=alt.Text("publication_patients:Q", aggregate="max"),
    )
    return alt.layer(base.mark_bar(size=13, strokeWidth=1.2), label).properties(
        height=alt.Step(19), description="Patients per publication, largest first; certain and possible stacked."
    )


def _courses(rows: pd.DataFrame, limits: Limits) -> alt.Chart:
    """Give the base of doses against therapy lengths, whose logarithmic axis leaves a quarter free at either end."""
    stops, months = limits.of("dose") or NOTHING, limits.of("therapy") or NOTHING
    # Whole years, and whole parts of one, are what a length is thought in; zero has no place on a logarithmic axis, a week has.
    named = [stop for stop in months if stop > 0 and (stop % 12 == 0 or 12 % stop == 0)]
    length = alt.Scale(type="log", domain=[max(months[0], 0.25) / 1.25, months[-1] * 1.25], nice=False)
    lengths = alt.Axis(values=look.ticks(named or months), grid=True)
    milligrams, doses = alt.Scale(domain=look.around(stops), nice=False), alt.Axis(values=look.ticks(stops))
    return alt.Chart(rows).encode(
        y=alt.Y("dose_low_mg:Q", title="Dose per injection (mg)", scale=milligrams, axis=doses),
        x=alt.X("therapy_low_months:Q", title="Therapy length (months, logarithmic)", scale=length, axis=lengths),
        tooltip=look.tooltip(
            ("publication", "Publication"), ("disease", "Disease"), ("dose", "Dose"), ("therapy", "Therapy length"),
            ("reports:Q", "Patients"), ("verdict", "Verdict"), ("source", "Source"),
        ),
        **look.verdict_look(),
    )  # fmt: skip


def dose(rows: pd.DataFrame, limits: Limits) -> look.Chart:
    """Draw dose per injection (mg) against therapy length (months, logarithmic); intervals as bars and boxes."""
    base, shift = _courses(rows, limits), alt.expr("datum.step * 5")
    boxes = (
        base.transform_filter("!datum.exact_dose")
        .mark_bar(strokeWidth=1.2, orient="horizontal")
        .encode(x2="therapy_high_months:Q", y2="dose_high_mg:Q", fillOpacity=look.by_verdict(alt.FillOpacity, "box"))
    )
    ranges = (
        base.transform_filter("datum.exact_dose && !datum.exact_therapy")
        .mark_bar(height=5, strokeWidth=1.2, cornerRadius=2, yOffset=shift)
        .encode(x2="therapy_high_months:Q")
    )
    points = (
        base.transform_filter("datum.exact_dose && datum.exact_therapy")
        .mark_point(size=60, strokeWidth=1.4, opacity=1, yOffset=shift)
        .encode(shape=SHAPE)
    )
    chart: look.Chart = alt.layer(boxes, ranges, points).properties(
        height=430,
        description="Dose per injection in mg against therapy length in months; points where both are exact, "
        "bars and a box where a range is printed.",
    )
    return chart.resolve_scale(fillOpacity="independent")  # type: ignore[no-any-return]


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
    exact = base.transform_filter("datum.exact").mark_bar(height=10, strokeWidth=1.2)
    ranges = base.transform_filter("!datum.exact").mark_bar(height=10, strokeWidth=1.2).encode(x2="therapy_high_months:Q")
    ongoing = base.transform_filter("datum.verdict == 'child'").mark_point(shape="triangle-right", size=90, opacity=1)
    ends = (
        alt.Chart(rows)
        .transform_filter("!datum.exact")
        .mark_text(text="range", align="left", dx=6, fontSize=11, color=look.TEXT)
        .encode(y=alt.Y("label:N", sort=BY_ROW), x="therapy_high_months:Q")
    )
    return alt.layer(exact, ranges, ongoing, ends).properties(
        height=alt.Step(19),
        description="Therapy length in months: bars from zero for printed lengths, floating bars for printed ranges.",
    )
