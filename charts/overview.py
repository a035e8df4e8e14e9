"""The small charts of the overview: the child's course as turns, patients as dots, two shares, and what a verdict means."""

from typing import Any

import altair as alt
import pandas as pd

from charts import look
from charts.directions import SHARE
from data.source import Limits

# Patients stand in columns of so many, below a line of words.
LINES = 5
WORDS: Any = {"fontSize": 12, "color": look.TEXT}


def course(rows: pd.DataFrame) -> look.Chart:
    """Draw the turns of the child's course in their order: symptoms or none, each with its score; hollow without one."""
    base = alt.Chart(rows).encode(
        x=alt.X(
            "occasion:N",
            sort=alt.EncodingSortField(field="place", op="min"),
            title=None,
            axis=alt.Axis(labelAngle=0, labelExpr="split(datum.label, ' ')", labelOverlap=False, ticks=False),
        ),
        y=alt.Y("state:N", sort=["Symptoms", "None"], title=None, axis=look.line_axis(70)),
        tooltip=look.tooltip(
            ("occasion", "Occasion"), ("state", "Symptoms"), ("score", "Score (0 to 10 for each symptom)"),
            ("printed", "As printed"), ("how", "How it is known"), ("source", "Where in the paper"),
        ),
    )  # fmt: skip
    way = base.mark_line(color=look.CHILD, strokeDash=[4, 3], opacity=0.6).encode(order="place:Q")
    inside = alt.condition("datum.scored", alt.value(look.CHILD), alt.value(look.BEHIND))
    points = base.mark_point(size=130, strokeWidth=2, opacity=1, stroke=look.CHILD).encode(fill=inside)
    scores = base.mark_text(dy=-16, **WORDS).encode(text="score:N")
    return alt.layer(way, points, scores).properties(
        height=alt.Step(52), description="The child's course in its order: symptoms, none, symptoms again, none; with scores."
    )


def patients(rows: pd.DataFrame, limits: Limits, size: int = 85) -> look.Chart:
    """Draw each patient as a dot, the certain ones first; above them how many they are, and how many they may be.

    Args:
        limits: as every chart of the literature takes them; size: of a dot in square pixels.
    """
    lines = list(range(LINES + 1))
    columns = list(range(-(-limits.patients // LINES)))
    x = alt.X("column:O", scale=alt.Scale(domain=columns), axis=None)
    y = alt.Y("line:O", scale=alt.Scale(domain=lines), axis=None)
    base = alt.Chart(rows).transform_calculate(column=f"floor((datum.place - 1) / {LINES})")
    dots = (
        base.transform_calculate(line=f"(datum.place - 1) % {LINES} + 1")
        .mark_point(size=size)
        .encode(
            x=x,
            y=y,
            tooltip=look.tooltip(
                ("publication", "Publication"), ("age", "Age"), ("dose", "Dose"), ("verdict", "Verdict"), ("source", "Source"),
            ),
            **look.verdict_look(),
        )
    )  # fmt: skip
    above = base.transform_calculate(line="0")
    first = above.transform_filter("datum.place == 1")
    certain = first.transform_calculate(text="datum.certain + ' certain'").mark_text(align="left", **WORDS)
    most = above.transform_filter("datum.place == datum.at_most && datum.at_most > datum.certain")
    most = most.transform_calculate(text="'up to ' + datum.at_most").mark_text(align="right", dx=8, **WORDS)
    everybody = first.transform_calculate(text="'of ' + datum.total").mark_text(align="right", **WORDS)
    return alt.layer(
        dots,
        certain.encode(x=alt.value(2), y=y, text="text:N"),
        most.encode(x=x, y=y, text="text:N"),
        everybody.encode(x=alt.value(alt.expr("width")), y=y, text="text:N"),
    ).properties(height=alt.Step(16), description="Each patient as a dot: certain first, then possible, then the others.")


def shares(rows: pd.DataFrame, limits: Limits) -> look.Chart:
    """Draw the share that went one way in all publications and without one of them, each as a part of its whole, in percent.

    Args:
        limits: as every chart of the literature takes them.
    """
    base = alt.Chart(rows).transform_calculate(share=SHARE).encode(
        y=alt.Y("label:N", sort=alt.EncodingSortField(field="slot", op="min"), title=None, axis=None),
        x=alt.X("share_low_percent:Q", scale=alt.Scale(domain=[0, 100], nice=False), axis=None),
        tooltip=look.tooltip(
            ("label", "Left out"), ("counts", "Went this way, of those assessed"), ("unit", "Counted in"), ("share", "Share"),
        ),
    )  # fmt: skip
    bar: Any = {"height": 13, "yOffset": 9}
    whole = base.mark_bar(fillOpacity=0, stroke=look.MUTED, strokeWidth=1, **bar).encode(
        x=alt.XDatum(0, axis=None), x2=alt.X2Datum(100)
    )
    surely = base.mark_bar(color=look.CERTAIN, **bar).encode(x2=alt.datum(0))
    may = base.mark_bar(color=look.CERTAIN, fillOpacity=0.2, stroke=look.CERTAIN, strokeDash=[4, 2], **bar)
    may = may.transform_filter("datum.share_low_percent < datum.share_high_percent").encode(x2="share_high_percent:Q")
    names = base.transform_calculate(name="datum.publication_id == '' ? 'All publications' : 'Without ' + datum.label")
    return alt.layer(
        whole,
        surely,
        may,
        names.mark_text(align="left", dy=-9, **WORDS).encode(x=alt.value(0), text="name:N"),
        base.mark_text(align="right", dy=-9, **WORDS).encode(x=alt.value(alt.expr("width")), text="counts:N"),
    ).properties(height=alt.Step(50), description="Share that went one way in all publications, and without one of them.")


def verdicts(rows: pd.DataFrame) -> look.Chart:
    """Draw what a filter says of a printed range: certain inside it, possible across an edge of it, excluded outside."""
    y = alt.Y("label:N", sort=alt.EncodingSortField(field="slot", op="min"), title=None, axis=look.line_axis(160))
    base = alt.Chart(rows).encode(tooltip=look.tooltip(("way", "The printed range lies"), ("verdict", "Verdict")))
    scale = alt.Scale(domain=[18, 96], nice=False)
    span = base.transform_filter("datum.slot == 1").encode(x=alt.X("first:Q", scale=scale, axis=None), x2="last:Q")
    band = span.mark_rect(color=look.MUTED, opacity=0.22).encode(y=alt.value(0), y2=alt.value("height"))
    bars = base.mark_bar(height=13, cornerRadius=2)
    bars = bars.encode(y=y, x=alt.X("low:Q", scale=scale, axis=None), x2="high:Q", **look.verdict_look())
    name = base.transform_filter("datum.slot == 1").mark_text(
        align="left", baseline="bottom", dy=-4, text="the filter", **WORDS
    )
    return alt.layer(band, bars, name.encode(x=alt.X("first:Q", scale=scale, axis=None), y=alt.value(0))).properties(
        height=alt.Step(28), description="A filter as a span; printed ranges inside it, across an edge of it, and outside it."
    )
