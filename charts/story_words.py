"""The words of the child's tracks: at the marks, and the names of tracks and events beside them."""

from typing import Any

import altair as alt

from charts import look
from charts.story_marks import LETTERS, SHIFT, SMALL, TOOLTIP, Y, lowered


def words(base: alt.Chart, x: Any) -> list[alt.Chart]:
    """Give the words at the marks of closed tracks, where the marks are in view and the view is near enough for words."""
    # What is told at the edge of the view began before it, or lies before it.
    told = base.transform_filter("isValid(datum.side) && !datum.depth && high - low < 40").transform_calculate(
        at="datum.at_view ? max(low, datum.form == 'lasting' ? datum.start_low : low) : datum.at",
        seen="datum.at_view ? (datum.form == 'lasting' ? datum.end_high > low : datum.start_high < low) : true",
        said="(datum.at_view && datum.form == 'moment' ? '← ' : '') + (brief ? datum.short : datum.words)",
    ).transform_filter("datum.seen && datum.at >= low && datum.at <= high")  # fmt: skip
    weight = alt.expr("datum.chosen ? 'bold' : 'normal'")
    how: Any = {"fontSize": LETTERS, "color": look.TEXT, "yOffset": SHIFT, "fontWeight": weight}
    # An opened event without a place on the axis has its time in words; one before or after the view a sign of where it is.
    own = base.transform_filter("datum.depth").transform_calculate(
        said="datum.form == 'absence' || datum.form == 'undated' ? datum.time_words || ''"
        " : (datum.end_high < low ? '← earlier' : datum.start_low > high ? 'later →' : '')"
    )
    return [
        own.mark_text(align="left", dx=6, fontSize=SMALL, fontStyle="italic", color=look.TEXT, yOffset=lowered("0"))
        .encode(x=alt.value(alt.expr("gutter")), y=Y, text="said:N"),
        told.transform_filter("datum.side == 'left'").mark_text(align="left", dx=6, **how)
        .encode(x=x("at"), y=Y, text="said:N"),
        told.transform_filter("datum.side == 'right'").mark_text(align="right", dx=-8, **how)
        .encode(x=x("at"), y=Y, text="said:N"),
    ]  # fmt: skip


def names(base: alt.Chart) -> list[alt.Chart]:
    """Give the names of tracks and of opened events over whatever of a mark lies before the view, and the two stories."""
    edge = alt.value(alt.expr("gutter"))
    mask = base.transform_filter("datum.kind == 'track' || datum.kind == 'space' || datum.depth").mark_rect(
        color=look.BEHIND, opacity=1, aria=False, tooltip=None
    )
    track = base.transform_filter("datum.kind == 'track'")
    name = track.transform_calculate(said="(!opens ? '' : datum.open ? '▾ ' : '▸ ') + datum.label").mark_text(
        align="left", fontWeight="bold", fontSize=LETTERS, color=look.TEXT, cursor="pointer"
    )
    note = track.mark_text(align="left", dy=alt.expr("letters * 1.25"), fontSize=SMALL, color=look.TEXT)
    event = base.transform_filter("datum.depth").mark_text(
        align="left", fontSize=SMALL, color=look.TEXT, limit=alt.expr("wide - 20"), yOffset=-5,
    )  # fmt: skip
    place = alt.value(alt.expr("gutter - 10 - (datum.place - 1) * (letters + 5)"))
    # Where a name leaves no room beside it, below it.
    below = alt.expr("narrow && datum.lines > 1 ? 16 : 0")
    story = base.transform_filter("datum.kind == 'conflict'")
    tells = look.tooltip(("label", "The paper tells two stories"), ("detail", "Why"), ("source", "Where in the paper"))
    return [
        mask.encode(x=alt.value(0), x2=edge, y=Y),
        name.encode(x=alt.value(2), y=Y, text="said:N", tooltip=look.tooltip(("events:Q", "Events; click to open or close"))),
        note.transform_filter("datum.words != '' && !narrow").encode(x=alt.value(13), y=Y, text="words:N"),
        event.encode(x=alt.value(14), y=Y, text="label:N", tooltip=TOOLTIP),
        story.mark_point(filled=True, opacity=1, color=look.PLUM, size=alt.expr("letters * letters * 1.3"), yOffset=below)
        .encode(x=place, y=Y, tooltip=tells),
        story.mark_text(text="≠", color=look.ON_SOLID, fontWeight="bold", fontSize=LETTERS, aria=False, yOffset=below)
        .encode(x=place, y=Y, tooltip=tells),
    ]  # fmt: skip
