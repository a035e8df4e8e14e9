"""Charts of what happened to the patients, each study on its own denominator: responses, trial, resolution, harms, gaps."""

from typing import Any

import altair as alt
import pandas as pd

from charts import COLOUR, DASH, OUTLINE, TEXT, Chart, by_verdict, line_axis

# A response is a stronger shade the more complete it is; who did not respond or withdrew stays hollow, told apart by the outline.
SHADE = {"complete": 0.9, "major": 0.6, "partial": 0.3, "improved": 0.45, "rest, not told": 0.0, "withdrawn": 0.0}
EDGE = {
    "complete": [1, 0],
    "major": [1, 0],
    "partial": [1, 0],
    "improved": [1, 0],
    "rest, not told": [1, 0],
    "withdrawn": [1, 2],
}
# A whole mark fades with its verdict, because its shade already has a meaning here; its text stays readable and names the verdict.
FADE = {"certain": 1.0, "possible": 0.6, "not reported": 0.5, "excluded": 0.25, "child": 1.0}
CELL_FILL = {"certain": 0.22, "possible": 0.07, "not reported": 0.0, "excluded": 0.0, "child": 0.0}
ARMS = ["omalizumab arm", "placebo arm"]
BANDS = ["below 300 mg", "300 mg", "above 300 mg"]


def _tooltips(*own: tuple[str, str]) -> list[alt.Tooltip]:
    """Give the tooltips of a finding: its own fields, then what it does to the paper, status, verdict and source."""
    shared = [
        ("bearing", "For the paper's claims"), ("bearing_note", "How"), ("status", "Passage read"), ("verdict", "Verdict"),
        ("source", "Source"),
    ]  # fmt: skip
    return [alt.Tooltip(f"{field}:N", title=title) for field, title in [*own, *shared]]


def _line(rows: pd.DataFrame, keep: str, **mark: Any) -> alt.Chart:
    """Give one line of text per place, starting at the left edge, where a label beside the mark would take its room."""
    style = {"align": "left", "baseline": "middle", "color": TEXT, "limit": alt.expr("width")} | mark
    text: alt.Chart = alt.Chart(rows).transform_filter(keep).mark_text(**style)
    return text.encode(x=alt.value(0), y=alt.Y("place:O", axis=None))


def responses(rows: pd.DataFrame) -> Chart:
    """Draw the response categories of each study group as one stacked bar on its own denominator, in patients."""
    base = alt.Chart(rows).encode(
        y=alt.Y("place:O", axis=None),
        x=alt.X(
            "from_patients:Q",
            title="Patients of the group",
            scale=alt.Scale(domain=[0, 30], nice=False),
            axis=alt.Axis(tickCount=6),
        ),
        x2="to_patients:Q",
        tooltip=_tooltips(
            ("publication", "Publication"), ("measure", "Finding"), ("patients", "Patients"), ("group_patients", "Of"),
            ("category", "Category"), ("derived", "Derived"), ("condition", "Disease"), ("overlap", "Patients in Table 1"),
        ),
    )  # fmt: skip
    bars = base.mark_bar(height=17, strokeWidth=1.4).encode(
        fill=by_verdict(alt.Fill, COLOUR),
        stroke=by_verdict(alt.Stroke, COLOUR),
        opacity=by_verdict(alt.Opacity, FADE),
        fillOpacity=alt.FillOpacity(
            "category:O", legend=None, scale=alt.Scale(type="ordinal", domain=list(SHADE), range=list(SHADE.values()))
        ),
        strokeDash=alt.StrokeDash(
            "category:O", legend=None, scale=alt.Scale(type="ordinal", domain=list(EDGE), range=list(EDGE.values()))
        ),
    )
    first = "datum.from_patients == 0"
    heading = _line(rows, first, dy=-20, fontSize=12.5).encode(text="heading:N")
    breakdown = _line(rows, first, dy=18, fontSize=11.5).encode(text="breakdown:N")
    return alt.layer(bars, heading, breakdown).properties(
        height=alt.Step(64),
        description="Response categories per study group, stacked in patients on the group's own denominator; nothing is pooled.",
    )


def trial(rows: pd.DataFrame) -> Chart:
    """Draw the median symptom score of both arms at baseline and after 6 months, in points."""
    base = alt.Chart(rows).encode(
        x=alt.X(
            "occasion:N",
            sort=alt.EncodingSortField(field="occasion_order", op="min"),
            title=None,
            scale=alt.Scale(type="point", padding=0.6),
            axis=alt.Axis(labelAngle=0, labelOverlap=False, ticks=False),
        ),
        y=alt.Y("score:Q", title="AFIRMM activity score, median (points)", scale=alt.Scale(domain=[0, 120], nice=False)),
        detail="arm:N",
        tooltip=_tooltips(
            ("arm_label", "Arm"), ("occasion", "Occasion"), ("printed", "Median score (points)"),
            ("tests", "Both p-values of the abstract"), ("note", "Note"),
        ),
    )  # fmt: skip
    lines = base.mark_line(strokeWidth=2).encode(
        opacity=by_verdict(alt.Opacity, FADE),
        stroke=by_verdict(alt.Stroke, COLOUR),
        strokeDash=alt.StrokeDash("arm:O", legend=None, scale=alt.Scale(type="ordinal", domain=ARMS, range=[[1, 0], [5, 3]])),
    )
    points = base.mark_point(size=110, strokeWidth=1.8).encode(
        opacity=by_verdict(alt.Opacity, FADE),
        shape=alt.Shape("arm:N", legend=None, scale=alt.Scale(domain=ARMS, range=["circle", "square"])),
        fill=by_verdict(alt.Fill, COLOUR),
        stroke=by_verdict(alt.Stroke, COLOUR),
        fillOpacity=alt.FillOpacity("arm:O", legend=None, scale=alt.Scale(type="ordinal", domain=ARMS, range=[0.9, 0])),
    )
    before = base.transform_filter("datum.occasion_order == 1").mark_text(align="right", dx=-12, fontSize=12, color=TEXT)
    after = base.transform_filter("datum.occasion_order == 2").mark_text(align="left", dx=12, fontSize=12, color=TEXT)
    names = base.transform_filter("datum.occasion_order == 1").mark_text(align="left", dx=4, dy=-15, fontSize=12, color=TEXT)
    values = [before.encode(text="printed:N"), after.encode(text="printed:N"), names.encode(text="arm_label:N")]
    first = alt.Chart(rows).transform_filter(f"datum.occasion_order == 1 && datum.arm == '{ARMS[0]}'")
    values.append(
        first.mark_text(fontSize=12, color=TEXT, baseline="bottom").encode(
            x=alt.value(alt.expr("width / 2")), y=alt.value(alt.expr("height - 8")), text="tests:N"
        )
    )
    drawn: Chart = alt.layer(lines, points, *values).properties(
        height=330,
        description="Median symptom score of the omalizumab and the placebo arm at baseline and after 6 months, both baselines shown.",
    )
    return drawn.resolve_scale(strokeDash="independent", fillOpacity="independent")  # type: ignore[no-any-return]


def resolution(rows: pd.DataFrame) -> Chart:
    """Draw the share of complete resolution by symptom domain, in percent; hollow, because no denominator is printed."""
    base = alt.Chart(rows).encode(
        y=alt.Y(
            "domain:N",
            sort=alt.EncodingSortField(field="share_percent", op="max", order="descending"),
            title=None,
            axis=line_axis(120),
        ),
        x=alt.X("share_percent:Q", title="Complete (%), denominators not given", scale=alt.Scale(domain=[0, 100])),
        tooltip=_tooltips(("domain", "Symptoms"), ("measure", "Measure"), ("result", "Share"), ("note", "Note")),
    )
    look = {"stroke": by_verdict(alt.Stroke, COLOUR), "opacity": by_verdict(alt.Opacity, FADE)}
    stems = base.mark_rule(strokeWidth=1.5, strokeDash=[2, 2]).encode(x2=alt.datum(0), **look)
    points = base.mark_point(size=90, strokeWidth=1.8, fillOpacity=0).encode(**look)
    values = base.mark_text(align="left", dx=10, fontSize=12, color=TEXT).encode(text="result:N")
    return alt.layer(stems, points, values).properties(
        height=alt.Step(40),
        description="Complete resolution by symptom domain in the systematic review, in percent; the denominators are not given.",
    )


def harms(rows: pd.DataFrame) -> Chart:
    """Draw the share of patients with an event and its 95 % Wilson interval, in percent, where both counts are printed."""
    counted = "datum.counted"
    base = (
        alt.Chart(rows)
        .transform_filter(counted)
        .encode(
            y=alt.Y("place:O", axis=None),
            tooltip=_tooltips(("heading", "Patients and 95 % interval"), ("measure", "Finding"), ("result", "As printed"), ("note", "Note")),
            opacity=by_verdict(alt.Opacity, FADE),
        )
    )  # fmt: skip
    share, few = alt.Scale(domain=[0, 100]), alt.Axis(tickCount=5)
    title = "Patients with the event (%) and 95 % Wilson interval"
    intervals = (
        base.transform_filter("isValid(datum.low_percent)")
        .mark_bar(height=7, cornerRadius=3, fillOpacity=0.3, strokeWidth=1)
        .encode(
            x=alt.X("low_percent:Q", title=title, scale=share, axis=few),
            x2="high_percent:Q",
            fill=by_verdict(alt.Fill, COLOUR),
            stroke=by_verdict(alt.Stroke, COLOUR),
            strokeDash=by_verdict(alt.StrokeDash, DASH),
        )
    )
    # Nobody with the event is no proof of none: that point is hollow, its interval tells the upper limit.
    points = base.mark_point(size=90, strokeWidth=1.8).encode(
        x=alt.X("share_percent:Q", title=title, scale=share, axis=few),
        fill=by_verdict(alt.Fill, COLOUR),
        stroke=by_verdict(alt.Stroke, COLOUR),
        fillOpacity=alt.condition("datum.patients > 0", alt.value(0.9), alt.value(0)),
    )
    heading = _line(rows, counted, dy=-18, fontSize=12.5).encode(text="heading:N")
    measure = _line(rows, counted, dy=16, fontSize=11.5).encode(text="line:N")
    drawn: Chart = alt.layer(intervals, points, heading, measure).properties(
        height=alt.Step(58),
        description="Share of patients with a safety event and its 95 % Wilson interval, in percent, per study group; a single patient has none.",
    )
    return drawn.resolve_scale(fillOpacity="independent")  # type: ignore[no-any-return]


def gaps(rows: pd.DataFrame) -> Chart:
    """Draw the evidence-gap map: age group and disease by dose band, patients and publications written in every cell."""
    base = alt.Chart(rows).encode(
        x=alt.X(
            "dose_band:N",
            sort=BANDS,
            title="Dose per injection",
            scale=alt.Scale(type="band", paddingInner=0.04, paddingOuter=0, domain=BANDS),
            axis=alt.Axis(labelAngle=0, ticks=False, domain=False, orient="top", labelOverlap=False),
        ),
        y=alt.Y("place:O", axis=None),
        tooltip=[
            alt.Tooltip("heading:N", title="Patients"),
            alt.Tooltip("dose_band:N", title="Dose per injection"),
            alt.Tooltip("certain:Q", title="Patients for certain"),
            alt.Tooltip("at_most:Q", title="Patients at most"),
            alt.Tooltip("publications_certain:Q", title="Publications for certain"),
            alt.Tooltip("publications_at_most:Q", title="Publications at most"),
            alt.Tooltip("with_facts:Q", title="Of these with outcome facts"),
        ],
    )
    # A bar, because Vega-Lite draws no dashes around a rectangle mark.
    boxes = base.mark_bar(height=66, yOffset=9, cornerRadius=3, strokeWidth=1.2, width=alt.RelativeBandSize(1)).encode(
        fill=by_verdict(alt.Fill, COLOUR),
        stroke=by_verdict(alt.Stroke, COLOUR),
        strokeOpacity=by_verdict(alt.StrokeOpacity, OUTLINE),
        strokeDash=by_verdict(alt.StrokeDash, DASH),
        fillOpacity=by_verdict(alt.FillOpacity, CELL_FILL),
    )
    held, empty = base.transform_filter("datum.at_most > 0"), base.transform_filter("datum.at_most == 0")
    texts = [
        held.mark_text(dy=dy, fontSize=size, color=TEXT).encode(text=f"{field}:N")
        for field, dy, size in [("patients", -7, 15), ("publications", 13, 11), ("facts", 28, 11)]
    ]
    texts.append(empty.mark_text(dy=10, fontSize=15, color=TEXT).encode(text="patients:N"))
    heading = (
        alt.Chart(rows)
        .transform_filter("datum.dose_order == 1")
        .mark_text(align="left", baseline="middle", dy=-36, fontSize=12.5, color=TEXT)
        .encode(x=alt.value(0), y=alt.Y("place:O", axis=None), text="heading:N")
    )
    return alt.layer(boxes, *texts, heading).properties(
        height=alt.Step(102),
        description="Evidence-gap map: patients and publications as bounds by age group, disease and dose band; empty cells are drawn.",
    )
