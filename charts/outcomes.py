"""Charts of what happened to the patients, each study on its own denominator: responses, trial, resolution, harms."""

from typing import Any

import altair as alt
import pandas as pd

from charts import look

# A response is a stronger shade the more complete it is; who did not respond or withdrew stays hollow, apart by the outline.
SHADE = {"complete": 0.9, "major": 0.6, "partial": 0.3, "improved": 0.45, "rest, not told": 0.0, "withdrawn": 0.0}
EDGE = {category: [1, 2] if category == "withdrawn" else [1, 0] for category in SHADE}
ARM_DASH = {"omalizumab arm": [1, 0], "placebo arm": [5, 3]}
ARM_SHAPE = {"omalizumab arm": "circle", "placebo arm": "square"}
ARM_FILL = {"omalizumab arm": 0.9, "placebo arm": 0}


# A whole mark fades with its verdict, because its shade has a meaning of its own; its text stays and names the verdict.
def _whole() -> Any:
    """Give the strength of a whole mark by its verdict, or by its study where one is chosen."""
    strength = look.by_verdict(alt.Opacity, "whole")
    strength["condition"] = {"test": look.UNLIT, "value": look.FADED}
    return strength


HOLLOW = {**look.ringed(look.by_verdict(alt.Stroke, "colour"), 1.6), "opacity": _whole()}
FILLED = HOLLOW | {"fill": look.by_verdict(alt.Fill, "colour")}
# Ends of axes that stay as filters move. Findings are of the built-in source alone: at most 28 patients, and 104 points.
LARGEST_GROUP, HIGHEST_SCORE = 30, 120


def _tooltips(*fields: tuple[str, str]) -> list[alt.Tooltip]:
    """Give the tooltips of a finding: its own fields, then what it does to the paper, verdict and source."""
    return look.tooltip(
        *fields, ("bears", "For the paper's claims"), ("status", "Passage read whole"), ("judged", "Verdict"),
        ("source", "Source"),
    )  # fmt: skip


def _findings(rows: pd.DataFrame) -> alt.Chart:
    """Give the base of a chart of findings, with what its tooltips join, so that none has an empty line."""
    return alt.Chart(rows).transform_calculate(
        bears="datum.bearing ? datum.bearing + (datum.bearing_note ? ': ' + datum.bearing_note : '') : 'the paper itself'",
        judged="datum.verdict + (datum.kept_out_by ? ', by ' + datum.kept_out_by : '')",
        noted="datum.measure + (datum.note ? '. ' + datum.note : '')",
        counted_as="datum.category + (datum.derived ? ', derived from the print' : '')",
    )


def _line(chart: alt.Chart, **mark: Any) -> alt.Chart:
    """Give one line of text per place, starting at the left edge, where a label beside the mark would take its room."""
    mark |= {"align": "left", "baseline": "middle", "color": look.TEXT, "limit": alt.expr("width")}
    return chart.mark_text(**mark).encode(x=alt.value(0), y=alt.Y("place:O", axis=None), opacity=look.fading(look.FADED_WORDS))  # type: ignore[no-any-return]


def responses(rows: pd.DataFrame) -> look.Chart:
    """Draw the response categories of each study group as one stacked bar on its own denominator, in patients."""
    scale = alt.Scale(domain=[0, LARGEST_GROUP], nice=False)
    base = _findings(rows).encode(
        y=alt.Y("place:O", axis=None),
        x=alt.X("from_patients:Q", title="Patients of the group", scale=scale, axis=alt.Axis(tickCount=6)),
        x2="to_patients:Q",
        tooltip=_tooltips(
            ("publication", "Publication"), ("measure", "Finding"), ("patients", "Patients"), ("group_patients", "Of"),
            ("counted_as", "Category"), ("condition", "Disease"), ("overlap", "Patients in Table 1"),
        ),
    )  # fmt: skip
    bars = look.choosable(base.mark_bar(height=17)).encode(
        fillOpacity=look.mapped(alt.FillOpacity, "category:O", SHADE),
        strokeDash=look.mapped(alt.StrokeDash, "category:O", EDGE),
        **FILLED,
    )
    first = alt.Chart(rows).transform_filter("datum.from_patients == 0")
    heading = _line(first, dy=-20, fontSize=12.5).encode(text="heading:N")
    breakdown = _line(first, dy=18, fontSize=11.5).encode(text="breakdown:N")
    return alt.layer(bars, heading, breakdown).properties(
        height=alt.Step(64),
        description="Response categories per study group, stacked in patients on the group's own denominator; "
        "nothing is pooled.",
    )


def _arms(rows: pd.DataFrame) -> alt.Chart:
    """Give the base of the trial: the median score of each arm on both occasions."""
    order = alt.EncodingSortField(field="occasion_order", op="min")
    axis = alt.Axis(labelAngle=0, labelOverlap=False, ticks=False)
    score = alt.Scale(domain=[0, HIGHEST_SCORE], nice=False)
    return _findings(rows).encode(
        x=alt.X("occasion:N", sort=order, title=None, scale=alt.Scale(type="point", padding=0.6), axis=axis),
        y=alt.Y("score:Q", title="AFIRMM activity score, median (points)", scale=score),
        detail="arm:N",
        tooltip=_tooltips(
            ("arm_label", "Arm"), ("occasion", "Occasion"), ("printed", "Median score (points)"),
            ("tests", "Both p-values of the abstract"),
        ),
    )  # fmt: skip


def trial(rows: pd.DataFrame) -> look.Chart:
    """Draw the median symptom score of both arms at baseline and after 6 months, in points."""
    base = _arms(rows)
    lines = base.mark_line().encode(strokeDash=look.mapped(alt.StrokeDash, "arm:O", ARM_DASH), **HOLLOW)
    points = look.choosable(base.mark_point(size=110)).encode(
        shape=look.mapped(alt.Shape, "arm:N", ARM_SHAPE),
        fillOpacity=look.mapped(alt.FillOpacity, "arm:O", ARM_FILL),
        **FILLED,
    )
    first = base.transform_filter("datum.occasion_order == 1")
    last = base.transform_filter("datum.occasion_order == 2")
    text: Any = {"fontSize": 12, "color": look.TEXT}
    score = alt.Text("score:Q", format="~g")
    before = first.mark_text(align="right", dx=-12, **text).encode(text=score)
    after = last.mark_text(align="left", dx=12, **text).encode(text=score)
    names = first.mark_text(align="left", dx=4, dy=-15, **text).encode(text="arm_label:N")
    once = alt.Chart(rows).transform_filter("datum.occasion_order == 1 && datum.arm == 'omalizumab arm'")
    tests = once.mark_text(baseline="bottom", **text).encode(
        x=alt.value(alt.expr("width / 2")), y=alt.value(alt.expr("height - 8")), text="tests:N"
    )
    chart: look.Chart = alt.layer(lines, points, before, after, names, tests).properties(
        height=330,
        description="Median symptom score of the omalizumab and the placebo arm at baseline and after 6 months, "
        "both baselines shown.",
    )
    return chart.resolve_scale(strokeDash="independent", fillOpacity="independent")  # type: ignore[no-any-return]


def resolution(rows: pd.DataFrame) -> look.Chart:
    """Draw the share of complete resolution by symptom domain, in percent; hollow, because no denominator is printed."""
    largest = alt.EncodingSortField(field="share_percent", op="max", order="descending")
    base = _findings(rows).encode(
        y=alt.Y("domain:N", sort=largest, title=None, axis=look.line_axis(120)),
        x=alt.X("share_percent:Q", title="Complete (%), denominators not given", scale=alt.Scale(domain=[0, 100])),
        tooltip=_tooltips(("domain", "Symptoms"), ("noted", "Measure"), ("result", "Share")),
    )
    stems = base.mark_rule(strokeDash=[2, 2]).encode(x2=alt.datum(0), **HOLLOW)
    points = look.choosable(base.mark_point(size=90, fillOpacity=0)).encode(**HOLLOW)
    values = base.mark_text(align="left", dx=10, fontSize=12, color=look.TEXT).encode(text="result:N")
    return alt.layer(stems, points, values).properties(
        height=alt.Step(40),
        description="Complete resolution by symptom domain in the systematic review, in percent; "
        "the denominators are not given.",
    )


def harms(rows: pd.DataFrame) -> look.Chart:
    """Draw the share of patients with an event and its 95 % Wilson interval, in percent, of groups of several patients."""
    counted = _findings(rows).transform_filter("datum.counted")
    base = counted.encode(
        y=alt.Y("place:O", axis=None),
        tooltip=_tooltips(
            ("heading", "Patients and 95 % interval"), ("noted", "Finding"), ("result", "As printed"),
        ),
    )  # fmt: skip
    percent: Any = {"scale": alt.Scale(domain=[0, 100]), "axis": alt.Axis(tickCount=5)}
    percent["title"] = "Patients with the event (%) and 95 % Wilson interval"
    intervals = base.mark_bar(height=7, cornerRadius=3, fillOpacity=0.3).encode(
        x=alt.X("low_percent:Q", **percent), x2="high_percent:Q", strokeDash=look.by_verdict(alt.StrokeDash, "dash"), **FILLED
    )
    points = look.choosable(base.mark_point(size=90, fillOpacity=0.9)).encode(x=alt.X("share_percent:Q", **percent), **FILLED)
    heading = _line(counted, dy=-18, fontSize=12.5).encode(text="heading:N")
    measure = _line(counted, dy=16, fontSize=11.5).encode(text="measure:N")
    chart: look.Chart = alt.layer(intervals, points, heading, measure).properties(
        height=alt.Step(58),
        description="Share of patients with a safety event and its 95 % Wilson interval, in percent, where the event was "
        "counted in a group of several patients.",
    )
    return chart
