"""The marks of the child's tracks: bars, moments, points, arrows, and what marks the chosen one."""

from typing import Any

import altair as alt

from charts import look

TONES = {"symptoms": look.RED, "none": look.GREEN, "omalizumab": look.CERTAIN, "drug": look.MUTED, "earlier": look.BROWN}
# Signals of the whole chart: its width, the room for names, and whether words have to be short. A chart adds the size of
# letters and of a line, the months in view, and whether its tracks open.
SIZES = {
    "wide": "containerSize()[0] || 1000",
    "narrow": "wide < 560",
    "gutter": "narrow ? 86 : 11.5 * letters",
    "brief": "(wide - gutter) / letters < 49",
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


def lowered(row: str) -> alt.ExprRef:
    """Give the distance from the middle of a line: an event in a line of its own has its name above it."""
    return alt.expr(f"({row} + (datum.depth ? 6 : 0)) * line / 24")


def bars(base: alt.Chart, x: Any) -> list[alt.Chart]:
    """Give how long a step may have lasted, pale, and how long it surely did, stronger; as high as its dose."""
    lasting = base.transform_filter("datum.form == 'lasting'").encode(y=Y, color=look.mapped(alt.Color, "tone:N", TONES))
    how: Any = {"height": TALL, "yOffset": lowered("datum.shift"), "clip": True}
    dash = look.mapped(alt.StrokeDash, "precision:O", {name: known.dash for name, known in look.PRECISIONS.items()})
    stroke = look.mapped(alt.Stroke, "tone:N", TONES)
    pale = lasting.mark_bar(fillOpacity=0.13, strokeWidth=0.8, strokeOpacity=0.6, **how)
    least: Any = how | {"height": alt.expr("datum.sure_tall * line / 24"), "yOffset": lowered("datum.sure_shift")}
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
    short = "datum.start_high - datum.start_low < 4 || datum.track == 'Earlier'"
    between = moment.transform_filter(f"datum.start_low < datum.start_high && (datum.depth || {short})")
    down = lowered("datum.shift")
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
    timed = "(datum.form == 'moment' || datum.form == 'lasting')"
    assumed = base.transform_filter(f"datum.precision == 'assumed' && datum.depth && {timed} && {IN_VIEW.format('end_high')}")
    return [
        ongoing.mark_point(shape="triangle-right", filled=True, size=70, opacity=1, xOffset=6, yOffset=lowered("datum.shift"))
        .encode(x=x("end_high"), y=Y, color=look.mapped(alt.Color, "tone:N", TONES)),
        assumed.mark_text(text=look.ASSUMED, align="left", dx=6, fontWeight="bold", fontSize=SMALL, color=look.TEXT, aria=False,
                          yOffset=lowered("0"))
        .encode(x=x("end_high"), y=Y),
    ]  # fmt: skip


def chosen(base: alt.Chart, x: Any) -> list[alt.Chart]:
    """Give what marks the chosen event: its whole line where it has one of its own, else a border around its mark."""
    mark = base.transform_filter("datum.chosen && datum.kind == 'mark'").encode(y=Y)
    own = mark.transform_filter("datum.depth").mark_rect(color=look.CHILD, opacity=0.16, aria=False)
    closed = mark.transform_filter(
        "!datum.depth && isValid(datum.start_low) && datum.form != 'undated' && datum.form != 'absence'"
    )
    how: Any = {"stroke": look.CHILD, "strokeWidth": 2, "yOffset": SHIFT, "clip": True, "aria": False}
    spans = closed.transform_filter("datum.start_low < datum.end_high").mark_bar(
        fillOpacity=0, height=alt.expr("(datum.tall + 5) * line / 24"), cornerRadius=3, **how
    )
    points = closed.transform_filter("datum.start_low == datum.end_high").mark_point(
        filled=False, opacity=1, size=alt.expr("letters * letters * 2"), **how
    )
    return [own, spans.encode(x=x("start_low"), x2="end_high:Q"), points.encode(x=x("start_low"))]
