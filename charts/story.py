"""The child's course as a story: tracks over the months from the first dose, below a strip of the whole life as their zoom."""

from collections.abc import Callable
from typing import Any

import altair as alt
import pandas as pd

from charts import look, story_marks, story_words
from charts.story_episode import episode
from charts.story_marks import INSIDE, LETTERS, SIZES, SMALL, TONES, TOOLTIP

# From and to of each view, in months from the first dose; the first is that of a first visit.
VIEWS = {"Omalizumab": (-3.0, 21.0), "First-line therapy": (-36.0, 1.5), "Whole life": (-133.0, 23.0)}
# What one look from the back of a room can take in.
STAGE = ["Symptoms", "Missed dose", "Omalizumab", "Steroids"]
WIDTH, LINE, MILESTONE = 1000, 24, 15
TITLE = "Months from the first dose"


def _params(**sizes: str) -> list[alt.Parameter]:
    return [alt.param(name=name, expr=size) for name, size in {**SIZES, **sizes}.items()]


def _time(scale: alt.Scale) -> Callable[[str], alt.X]:
    """Give what places a field on the months of the tracks."""
    names = "datum.value == 0 ? 'first dose' : datum.label"
    axis = alt.Axis(
        orient="top", format="~f", tickCount=8, labelExpr=names, grid=True, domain=False, ticks=False, titleAnchor="end",
        labelFontSize=SMALL, titleFontSize=SMALL, titleFontWeight="normal", labelFlush=False,
    )  # fmt: skip
    return lambda field: alt.X(f"{field}:Q", title=TITLE, scale=scale, axis=axis)


def _tracks(base: alt.Chart, x: Callable[[str], alt.X]) -> alt.LayerChart | alt.FacetChart:
    """Give all tracks: what is behind the marks first, names last."""
    lines = base.transform_filter("datum.kind == 'track'").mark_rule(color=look.MUTED, opacity=0.35, aria=False)
    start = base.transform_filter("datum.id == 'dose-1' && !datum.depth && " + story_marks.IN_VIEW.format("start_low"))
    start = start.mark_rule(color=look.GUIDE, strokeWidth=1.2, aria=False)
    marked = base.encode(tooltip=TOOLTIP)
    return alt.layer(
        lines.encode(y=alt.Y("slot:O", axis=None, title=None, scale=alt.Scale(padding=0), bandPosition=0)),
        start.encode(x=x("start_low"), y=alt.value(0), y2=alt.value("height")),
        *story_marks.bars(marked, x), *story_marks.moments(marked, x), *story_marks.arrows(marked, x), *episode(base, x),
        *story_words.words(marked, x), *story_marks.chosen(base, x), *story_words.names(base),
    )  # fmt: skip


def _strip(brush: alt.Parameter) -> alt.LayerChart | alt.FacetChart:
    """Give the whole life: each milestone with its words and between the months that it may lie; what is brushed is zoomed."""
    scale = alt.Scale(domain=list(VIEWS["Whole life"]), nice=False, range=INSIDE)
    x = {field: alt.X(f"{field}:Q", title=None, axis=None, scale=scale) for field in ["start_low", "start_high"]}
    base = alt.Chart().transform_filter("isValid(datum.milestone) && !datum.depth")
    y = alt.Y("milestone:O", axis=None, title=None, scale=alt.Scale(padding=0))
    colour = look.mapped(alt.Color, "tone:N", TONES)
    tick: Any = {"shape": "stroke", "angle": 90, "size": 60, "strokeWidth": 1.8, "aria": False}
    text: Any = {"fontSize": SMALL, "color": look.TEXT}
    early, late = base.transform_filter("datum.milestone < 2"), base.transform_filter("datum.milestone >= 2")
    name = base.transform_filter("datum.milestone == 0").mark_text(
        text="Whole life", align="left", fontWeight="bold", fontSize=LETTERS, color=look.TEXT, aria=False
    )
    here = base.transform_filter("datum.milestone == 0").mark_text(text="shown below", aria=False, **text)
    middle = "gutter + ((low + high) / 2 - {0}) / ({1} - {0}) * (wide - 12 - gutter)".format(*VIEWS["Whole life"])
    hint = base.transform_filter("datum.milestone == 1").mark_text(
        text=alt.expr("opens ? 'drag to zoom' : 'birth to last report'"), align="left", aria=False, **text
    )
    layers = [
        base.mark_rule(strokeWidth=1.8).encode(x=x["start_low"], x2="start_high:Q", color=colour),
        *(base.mark_point(**tick).encode(x=x[end], color=colour) for end in x),
        early.mark_text(align="left", dx=8, **text).encode(x=x["start_high"], text="milestone_words:N"),
        late.mark_text(align="right", dx=-8, **text).encode(x=x["start_low"], text="milestone_words:N"),
        name.encode(x=alt.value(2)),
        hint.encode(x=alt.value(13)),
        here.encode(
            x=alt.value(alt.expr(middle)), opacity=alt.value(alt.expr("narrow || high - low > 60 || low < -40 ? 0 : 1"))
        ),
    ]
    first, *rest = [layer.encode(y=y, tooltip=TOOLTIP) for layer in layers]
    return alt.layer(first.add_params(brush), *rest).properties(height=alt.Step(MILESTONE), width=WIDTH)


def story(rows: pd.DataFrame, view: str) -> alt.VConcatChart:
    """Draw the course of the child: a strip of the whole life, and below it the tracks over the months that it is zoomed to.

    Args:
        rows: ``case/story``.
        view: a key of :data:`VIEWS`, the months that are shown at first.
    """
    life = VIEWS["Whole life"]
    # Without a wheel, which moves the page.
    mark: Any = {"fill": look.CERTAIN, "fillOpacity": 0.14, "stroke": look.CERTAIN, "cursor": "move"}
    brush = alt.selection_interval(name="window", encodings=["x"], value={"x": list(VIEWS[view])}, mark=mark, zoom=False)
    scale = alt.Scale(domain=list(life), domainRaw=alt.expr("window.start_low"), nice=False, range=INSIDE)
    # Every click changes it, so that each is told: a second one on the same mark too.
    event = alt.selection_point("event", fields=["id"], on="click", clear=False, toggle="true")
    tracks = _tracks(alt.Chart(), _time(scale)).add_params(event).properties(height=alt.Step(LINE), width=WIDTH)
    seen = [f"window.start_low ? window.start_low[{end}] : {life[end]}" for end in (0, 1)]
    return (
        alt.vconcat(_strip(brush), tracks, data=rows, spacing=10)
        .add_params(*_params(
            opens="containerSize()[0] > 0", letters="narrow ? 11 : 12", line=f"{LINE}", low=seen[0], high=seen[1]
        ))
        .properties(description="The child's course in tracks over the months from the first dose, below a strip of the whole "
                    "life that zooms them; uncertain times are pale or dashed, the missed dose keeps its weeks without a date.")
    )  # fmt: skip


def staged(rows: pd.DataFrame) -> pd.DataFrame:
    """Give the rows of ``case/story`` that a stage has room for, in lines that follow each other."""
    kept = rows[rows["track"].isin(STAGE) & (rows["kind"] != "conflict") & (rows["depth"] == 0)]
    return kept.assign(slot=kept["slot"].rank(method="dense").astype(int) - 1)


def stage(rows: pd.DataFrame) -> look.Chart:
    """Draw what a talk tells of the course: symptoms with their score, the missed dose, omalizumab and steroids, in large type.

    Args:
        rows: those of :func:`staged`.
    """
    low, high = VIEWS["Omalizumab"]
    scale = alt.Scale(domain=[low, high], nice=False, range=INSIDE)
    sizes = {
        # Large on a stage; in a picture as its place has room.
        "letters": "containerSize()[0] ? max(17, wide / 68) : max(11, wide / 62)",
        "line": "height / 9",
        "wide": "containerSize()[0] || width",
        "low": f"{low}",
        "high": f"{high}",
        "opens": "false",
    }
    return (
        _tracks(alt.Chart(rows), _time(scale))
        .add_params(*_params(**sizes))
        .properties(
            height=alt.Step(42), description="Symptoms, the missed dose in its weeks, omalizumab and steroids over months."
        )
    )
