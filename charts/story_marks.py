"""The marks of the child's tracks: bars, moments, points, arrows, words, and the names of the tracks."""

from typing import Any

import altair as alt

from charts import look

TONES = {
    "symptoms": look.RED, "none": look.GREEN, "omalizumab": look.CERTAIN, "drug": look.MUTED, "earlier": look.BROWN,
}  # fmt: skip
# Signals of the whole chart: its width, the room for names, the size of letters and of a line, and the months in view.
SIZES = {
    "wide": "containerSize()[0] || 1000",
    "narrow": "wide < 560",
    "gutter": "narrow ? 86 : 11.5 * letters",
}
INSIDE = [alt.expr("gutter"), alt.expr("wide - 12")]
LETTERS, SMALL = alt.expr("letters"), alt.expr("letters - 1")
# Rows place their marks in lines of 24 pixels, which grow with the line.
SHIFT, TALL = alt.expr("datum.shift * line / 24"), alt.expr("datum.tall * line / 24")
IN_VIEW = "datum.{0} >= low && datum.{0} <= high"
Y = alt.Y("slot:O", axis=None, title=None, scale=alt.Scale(padding=0))
TOOLTIP = look.tooltip(
    ("label", "Event"), ("detail", "Detail"), ("precision", "Time"), ("how", "How the time is known"),
    ("source", "Where in the paper"),
)  # fmt: skip


def _lowered(row: str) -> alt.ExprRef:
    """Give the distance from the middle of a line: below its name where an event of its own has it above itself."""
    return alt.expr(f"({row} + (datum.depth ? 6 : 0)) * line / 24")


def bars(base: alt.Chart, x: Any) -> list[alt.Chart]:
    """Give how long a step may have lasted, pale, and how long it surely did, stronger; as high as its dose."""
    lasting = base.transform_filter("datum.form == 'lasting'").encode(y=Y, color=look.mapped(alt.Color, "tone:N", TONES))
    how: Any = {"height": TALL, "yOffset": _lowered("datum.shift"), "clip": True}
    dash = look.mapped(alt.StrokeDash, "precision:O", {name: known.dash for name, known in look.PRECISIONS.items()})
    stroke = look.mapped(alt.Stroke, "tone:N", TONES)
    pale = lasting.mark_bar(fillOpacity=0.13, strokeWidth=0.8, strokeOpacity=0.6, **how)
    least: Any = how | {"height": alt.expr("datum.sure_tall * line / 24"), "yOffset": _lowered("datum.sure_shift")}
    sure = lasting.transform_filter("datum.start_high < datum.end_low").mark_bar(opacity=0.42, **least)
    return [
        pale.encode(x=x("start_low"), x2="end_high:Q", stroke=stroke, strokeDash=dash),
        sure.encode(x=x("start_high"), x2="end_low:Q"),
    ]


def moments(base: alt.Chart, x: Any) -> list[alt.Chart]:
    """Give a point where a time is exact and only there: else a line between the two times that it lies between."""
    moment = base.transform_filter("datum.form == 'moment' && (datum.kind == 'mark')").encode(
        y=Y, color=look.mapped(alt.Color, "tone:N", TONES)
    )
    # In a closed track a stretch as long as the track would only cross the words of others, and words tell it there.
    between = moment.transform_filter(
        "datum.start_low < datum.start_high && (datum.depth || datum.start_high - datum.start_low < 4 || datum.track == 'Earlier')"
    )
    down = _lowered("datum.shift")
    dash = look.mapped(alt.StrokeDash, "precision:O", {name: known.dash for name, known in look.PRECISIONS.items()})
    line = between.mark_rule(strokeWidth=1.8, yOffset=down, y2Offset=down, clip=True, aria=False)
    ends = [
        between.mark_point(shape="stroke", angle=90, size=70, strokeWidth=1.8, yOffset=down, clip=True, aria=False).encode(
            x=x(end)
        )
        for end in ["start_low", "start_high"]
    ]
    # Unseen, and wide enough to point at.
    target = between.mark_bar(height=14, opacity=0, yOffset=down, clip=True).encode(x=x("start_low"), x2="start_high:Q")
    exact = moment.transform_filter("datum.start_low == datum.start_high && " + IN_VIEW.format("start_low"))
    points = exact.mark_point(filled=True, opacity=1, yOffset=down, clip=True, size=alt.expr("letters * letters * 0.72"))
    return [line.encode(x=x("start_low"), x2="start_high:Q", strokeDash=dash), *ends, target, points.encode(x=x("start_low"))]


def arrows(base: alt.Chart, x: Any) -> list[alt.Chart]:
    """Give an arrow where a step still lasts at the last report, and a sign where a limit of an event is assumed."""
    ongoing = base.transform_filter("datum.ongoing && datum.form == 'lasting' && " + IN_VIEW.format("end_high"))
    assumed = base.transform_filter("datum.precision == 'assumed' && datum.depth").transform_calculate(
        at="max(datum.start_low, low)"
    )
    return [
        ongoing.mark_point(shape="triangle-right", filled=True, size=70, opacity=1, xOffset=6, yOffset=_lowered("datum.shift"))
        .encode(x=x("end_high"), y=Y, color=look.mapped(alt.Color, "tone:N", TONES)),
        assumed.transform_filter("datum.at <= high && (datum.end_high || datum.start_high) >= low")
        .mark_text(text=look.ASSUMED, align="left", dx=3, dy=-5, fontWeight="bold", fontSize=SMALL, color=look.TEXT, aria=False,
                   yOffset=_lowered("0"))
        .encode(x=x("at"), y=Y),
    ]  # fmt: skip


def chosen(base: alt.Chart, x: Any) -> list[alt.Chart]:
    """Give what marks the chosen event: its whole line where it has one of its own, else a border around its mark."""
    mark = base.transform_filter("datum.chosen && datum.kind == 'mark'").encode(y=Y)
    own = mark.transform_filter("datum.depth").mark_rect(color=look.CHILD, opacity=0.16, aria=False)
    closed = mark.transform_filter("!datum.depth && isValid(datum.start_low) && datum.form != 'undated' && datum.form != 'absence'")
    how: Any = {"stroke": look.CHILD, "strokeWidth": 2, "yOffset": SHIFT, "clip": True, "aria": False}
    spans = closed.transform_filter("datum.start_low < datum.end_high").mark_bar(
        fillOpacity=0, height=alt.expr("(datum.tall + 5) * line / 24"), cornerRadius=3, **how
    )
    points = closed.transform_filter("datum.start_low == datum.end_high").mark_point(
        filled=False, opacity=1, size=alt.expr("letters * letters * 2"), **how
    )
    return [own, spans.encode(x=x("start_low"), x2="end_high:Q"), points.encode(x=x("start_low"))]


def words(base: alt.Chart, x: Any) -> list[alt.Chart]:
    """Give the words at the marks of closed tracks, where the marks are in view and the view is near enough for words."""
    # What is told at the edge of the view began before it, or lies before it.
    told = base.transform_filter("isValid(datum.side) && !datum.depth && high - low < 40").transform_calculate(
        at="datum.at_view ? max(low, datum.form == 'lasting' ? datum.start_low : low) : datum.at",
        seen="datum.at_view ? (datum.form == 'lasting' ? datum.end_high > low : datum.start_high < low) : true",
        said="(datum.at_view && datum.form == 'moment' ? '← ' : '') + (narrow ? datum.short : datum.words)",
    ).transform_filter("datum.seen && datum.at >= low && datum.at <= high")  # fmt: skip
    weight = alt.expr("datum.chosen ? 'bold' : 'normal'")
    how: Any = {"fontSize": LETTERS, "color": look.TEXT, "yOffset": SHIFT, "fontWeight": weight}
    # An opened event without a place on the axis has its time in words; one before or after the view a sign of where it is.
    own = base.transform_filter("datum.depth").transform_calculate(
        said="datum.form == 'absence' || datum.form == 'undated' ? datum.time_words || ''"
        " : (datum.end_high < low ? '← earlier' : datum.start_low > high ? 'later →' : '')"
    )
    return [
        own.mark_text(align="left", dx=6, fontSize=SMALL, fontStyle="italic", color=look.TEXT, yOffset=_lowered("0")).encode(
            x=alt.value(alt.expr("gutter")), y=Y, text="said:N"
        ),
    ] + [
        told.transform_filter(f"datum.side == '{side}'")
        .mark_text(align=side, dx=6 if side == "left" else -8, **how)
        .encode(x=x("at"), y=Y, text="said:N")
        for side in ["left", "right"]
    ]


def names(base: alt.Chart) -> list[alt.Chart]:
    """Give the names of tracks and of opened events over whatever of a mark lies before the view, and the two stories."""
    edge = alt.value(alt.expr("gutter"))
    mask = base.transform_filter("datum.kind == 'track' || datum.kind == 'space' || datum.depth").mark_rect(
        color=look.BEHIND, opacity=1, aria=False, tooltip=None
    )
    track = base.transform_filter("datum.kind == 'track'")
    name = track.transform_calculate(said="(!containerSize()[0] ? '' : datum.open ? '▾ ' : '▸ ') + datum.label").mark_text(
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
