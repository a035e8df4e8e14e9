"""Charts of the literature table: who was treated, with what dose, and for how long."""

import altair as alt
import pandas as pd

from charts import TEXT, Chart, by_verdict, line_axis, verdict_look

# A box lies behind other marks, so even a certain one is pale; its outline tells the verdict.
BOX_FILL = {"certain": 0.18, "possible": 0.08, "not reported": 0.0, "excluded": 0.03, "child": 0.2}
THERAPY_STOPS = [1, 3, 6, 12, 24, 48, 96, 144]
# Layers that leave rows out must still agree on the order of the lines.
BY_ROW = alt.EncodingSortField(field="row", op="min")
BY_SIZE = alt.EncodingSortField(field="publication_patients", op="max", order="descending")
DOSES = [75, 150, 300, 375, 450]


def _disease_shape() -> alt.Shape:
    return alt.Shape(
        "disease:N",
        scale=alt.Scale(domain=["systemic", "cutaneous"], range=["circle", "square"]),
        legend=None,
    )


def ages(rows: pd.DataFrame) -> Chart:
    """Draw ages per table row: a point where an age is printed, a bar where only a range is. One row per line, in years."""
    base = alt.Chart(rows).encode(
        y=alt.Y("label:N", sort=BY_ROW, title=None, axis=line_axis(230)),
        x=alt.X("age_low_years:Q", title="Age (completed years)", scale=alt.Scale(domain=[0, 100])),
        tooltip=[
            alt.Tooltip("label:N", title="Table row"),
            alt.Tooltip("age:N", title="Age"),
            alt.Tooltip("reports:Q", title="Patients"),
            alt.Tooltip("verdict:N", title="Verdict"),
            alt.Tooltip("source:N", title="Source"),
        ],
        **verdict_look(),
    )
    border = alt.Chart(rows).mark_rule(strokeDash=[2, 3], color="gray", aria=False).encode(x=alt.datum(18))
    bars = (
        base.transform_filter("!datum.exact").mark_bar(height=9, strokeWidth=1.2, cornerRadius=2).encode(x2="age_high_years:Q")
    )
    points = base.transform_filter("datum.exact").mark_point(size=70, strokeWidth=1.4, opacity=1).encode(shape=_disease_shape())
    shared = alt.Chart(rows).transform_filter("datum.reports > 1").transform_calculate(count="'× ' + datum.reports")
    y = alt.Y("label:N", sort=BY_ROW)
    before = shared.transform_filter("!datum.exact").mark_text(align="right", dx=-5, fontSize=11, color=TEXT)
    after = shared.transform_filter("datum.exact").mark_text(align="left", dx=8, fontSize=11, color=TEXT)
    counts = [before.encode(y=y, x="age_low_years:Q", text="count:N"), after.encode(y=y, x="age_high_years:Q", text="count:N")]
    return alt.layer(border, bars, points, *counts).properties(
        height=alt.Step(19),
        description="Ages of the patients by table row: points for exact ages, bars for printed ranges, in years.",
    )


def composition(rows: pd.DataFrame) -> Chart:
    """Draw counts per disease, stacked by verdict, in the chosen unit."""
    base = alt.Chart(rows).encode(
        y=alt.Y(
            "disease:N",
            sort=["systemic", "cutaneous"],
            title=None,
            axis=line_axis(),
        ),
        x=alt.X("units:Q", title="Count in the chosen unit", stack="zero", scale=alt.Scale(domain=[0, 65])),
        order=alt.Order("position:Q"),
        tooltip=[
            alt.Tooltip("disease:N", title="Disease"),
            alt.Tooltip("verdict:N", title="Verdict"),
            alt.Tooltip("units:Q", title="Count"),
            alt.Tooltip("unit:N", title="Unit"),
        ],
        **verdict_look(),
    )
    return alt.layer(base.mark_bar(size=30, strokeWidth=1.2)).properties(
        height=alt.Step(44), description="Counts by disease and verdict, stacked: certain, possible, not reported, excluded."
    )


def publications(rows: pd.DataFrame) -> Chart:
    """Draw patients per publication, largest first, certain solid and possible pale."""
    base = alt.Chart(rows).encode(
        y=alt.Y(
            "publication:N",
            sort=BY_SIZE,
            title=None,
            axis=line_axis(180),
        ),
        x=alt.X("patients:Q", title="Patients", stack="zero", scale=alt.Scale(domain=[0, 44])),
        order=alt.Order("position:Q"),
        tooltip=[
            alt.Tooltip("publication:N", title="Publication"),
            alt.Tooltip("patients:Q", title="Patients"),
            alt.Tooltip("verdict:N", title="Verdict"),
            alt.Tooltip("at_most:Q", title="Of all counted patients, at most"),
        ],
        **verdict_look(),
    )
    label = (
        alt.Chart(rows)
        .mark_text(align="left", dx=6, fontSize=11, color=TEXT)
        .encode(
            y=alt.Y("publication:N", sort=BY_SIZE),
            x=alt.X("publication_patients:Q", aggregate="max"),
            text=alt.Text("publication_patients:Q", aggregate="max"),
        )
    )
    return alt.layer(base.mark_bar(size=13, strokeWidth=1.2), label).properties(
        height=alt.Step(19), description="Patients per publication, largest first; certain and possible stacked."
    )


def dose(rows: pd.DataFrame) -> Chart:
    """Draw dose per injection (mg) against therapy length (months, logarithmic); intervals as bars and boxes."""
    shift = alt.expr("datum.step * 5")
    base = alt.Chart(rows).encode(
        y=alt.Y(
            "dose_low_mg:Q",
            title="Dose per injection (mg)",
            scale=alt.Scale(domain=[50, 475], nice=False),
            axis=alt.Axis(values=DOSES),
        ),
        x=alt.X(
            "therapy_low_months:Q",
            title="Therapy length (months, logarithmic)",
            scale=alt.Scale(type="log", domain=[0.8, 180], nice=False),
            axis=alt.Axis(values=THERAPY_STOPS, grid=True),
        ),
        tooltip=[
            alt.Tooltip("publication:N", title="Publication"),
            alt.Tooltip("disease:N", title="Disease"),
            alt.Tooltip("dose:N", title="Dose"),
            alt.Tooltip("therapy:N", title="Therapy length"),
            alt.Tooltip("reports:Q", title="Patients"),
            alt.Tooltip("verdict:N", title="Verdict"),
            alt.Tooltip("source:N", title="Source"),
        ],
        **verdict_look(),
    )
    boxes = (
        base.transform_filter("!datum.exact_dose")
        .mark_bar(strokeWidth=1.2, orient="horizontal")
        .encode(x2="therapy_high_months:Q", y2="dose_high_mg:Q", fillOpacity=by_verdict(alt.FillOpacity, BOX_FILL))
    )
    ranges = (
        base.transform_filter("datum.exact_dose && !datum.exact_therapy")
        .mark_bar(height=5, strokeWidth=1.2, cornerRadius=2, yOffset=shift)
        .encode(x2="therapy_high_months:Q")
    )
    points = (
        base.transform_filter("datum.exact_dose && datum.exact_therapy")
        .mark_point(size=60, strokeWidth=1.4, opacity=1, yOffset=shift)
        .encode(shape=_disease_shape())
    )
    drawn: Chart = alt.layer(boxes, ranges, points).properties(
        height=430,
        description="Dose per injection in mg against therapy length in months; points where both are exact, "
        "bars and a box where a range is printed.",
    )
    return drawn.resolve_scale(fillOpacity="independent")  # type: ignore[no-any-return]


def therapy(rows: pd.DataFrame) -> Chart:
    """Draw therapy length per patient (months): a bar from zero where it is printed, a range bar where only a range is."""
    base = alt.Chart(rows).encode(
        y=alt.Y("label:N", sort=BY_ROW, title=None, axis=line_axis(190)),
        tooltip=[
            alt.Tooltip("label:N", title="Table row"),
            alt.Tooltip("therapy:N", title="Therapy length"),
            alt.Tooltip("dose:N", title="Dose"),
            alt.Tooltip("reports:Q", title="Patients"),
            alt.Tooltip("verdict:N", title="Verdict"),
            alt.Tooltip("source:N", title="Source"),
        ],
        **verdict_look(),
    )
    months = alt.X("therapy_low_months:Q", title="Therapy length (months)", scale=alt.Scale(domain=[0, 150]))
    exact = base.transform_filter("datum.exact").mark_bar(height=10, strokeWidth=1.2).encode(x=months)
    ranges = (
        base.transform_filter("!datum.exact").mark_bar(height=10, strokeWidth=1.2).encode(x=months, x2="therapy_high_months:Q")
    )
    ongoing = (
        base.transform_filter("datum.verdict == 'child'")
        .mark_point(shape="triangle-right", size=90, opacity=1)
        .encode(x=months)
    )
    ends = (
        alt.Chart(rows)
        .transform_filter("!datum.exact")
        .mark_text(text="range", align="left", dx=6, fontSize=11, color=TEXT)
        .encode(y=alt.Y("label:N", sort=BY_ROW), x="therapy_high_months:Q")
    )
    return alt.layer(exact, ranges, ongoing, ends).properties(
        height=alt.Step(19),
        description="Therapy length in months: bars from zero for printed lengths, floating bars for printed ranges.",
    )
