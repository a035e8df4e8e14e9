"""The missed dose: events that keep their weeks and have no date, in a panel inside the months that may hold them."""

from typing import Any

import altair as alt

from charts import look
from charts.story_marks import LETTERS, SMALL, TONES, TOOLTIP, Y

# Parts of the panel's width: where week 0 stands, how wide a week is, and how far on stands what is known by its order alone.
FIRST, WEEK, NEXT = 0.1, 0.085, 0.155
SPACED = 3  # the first events, whose weeks are printed


def _spot(weeks: str, place: str) -> str:
    """Give where in the panel an event of some weeks and some place in the order stands."""
    return f"datum.left + datum.room * ({FIRST} + {WEEK} * {weeks} + {NEXT} * max(0, {place} - {SPACED}))"


def episode(base: alt.Chart, x: Any) -> list[alt.Chart]:
    """Give the months that may hold the episode, shaded, and in them a panel with its weeks where there is room for it."""
    within = base.transform_filter("isValid(datum.reach_low) && !datum.depth").transform_calculate(
        begin="clamp(gutter + (datum.reach_low - low) / (high - low) * (wide - 12 - gutter), gutter, wide - 12)",
        end="clamp(gutter + (datum.reach_high - low) / (high - low) * (wide - 12 - gutter), gutter, wide - 12)",
    )
    within = within.transform_filter("datum.end > datum.begin").transform_calculate(
        room="min(wide - gutter - 24, 36 * letters, max(24.5 * letters, 0.74 * (datum.end - datum.begin)))",
        left="max(gutter + 6, min(datum.begin + 8, wide - 18 - datum.room))",
        right="datum.left + datum.room",
        spot=_spot("datum.weeks", "datum.place"),
        before=_spot("datum.weeks_before", "(datum.place - 1)"),
        said="split(narrow ? datum.short : datum.words, '|')",
    )
    # Where the months that may hold it are too narrow for the panel, words tell it; it must not stand over others.
    told = within.transform_filter("datum.end - datum.begin <= datum.room / 2 && datum.place == 1")
    within = within.transform_filter("datum.end - datum.begin > datum.room / 2")
    first = within.transform_filter("datum.place == 1")
    months = "'anywhere in'", "'months ' + format(datum.reach_low, '.1~f') + '–' + format(datum.reach_high, '.1~f')"
    at = {name: alt.X(f"{name}:Q", scale=None, axis=None) for name in ["begin", "left", "right", "before", "spot"]}
    shade = first.mark_bar(height=alt.expr("line * 2.9"), color=look.RED, opacity=0.1, aria=False, tooltip=None)
    panel = first.mark_bar(height=alt.expr("line * 2.7"), fill=look.BEHIND, opacity=1, stroke=look.MUTED, strokeDash=[4, 3],
                           strokeWidth=1.2, cornerRadius=5, aria=False, tooltip=None)  # fmt: skip
    way = within.mark_rule(strokeWidth=2, color=look.MUTED, aria=False).encode(
        strokeDash=alt.condition("datum.spaced", alt.value([1, 0]), alt.value([3, 4]))
    )
    colour = look.mapped(alt.Color, "tone:N", TONES)
    points = within.mark_point(filled=True, opacity=1, size=alt.expr("letters * letters")).encode(
        shape=alt.condition("datum.id == 'relapse'", alt.value("triangle-up"), alt.value("circle")), color=colour
    )
    chosen = within.transform_filter("datum.chosen").mark_point(
        filled=False, opacity=1, stroke=look.CHILD, strokeWidth=2, size=alt.expr("letters * letters * 2.4"), aria=False
    )
    missed = within.transform_filter("datum.id == 'missed-dose'")
    hollow = missed.mark_point(
        fill=look.BEHIND, stroke=look.MUTED, strokeWidth=2, opacity=1, size=alt.expr("letters * letters * 1.2")
    )
    crossed = missed.mark_text(text="×", fontWeight="bold", color=look.TEXT, fontSize=LETTERS, aria=False)
    named = within.mark_text(fontSize=LETTERS, color=look.TEXT, lineHeight=alt.expr("letters"), dy=alt.expr(
        "(length(datum.said) > 1 ? -2.1 : -1.1) * letters"), fontWeight=alt.expr(
        "datum.id == 'relapse' ? 'bold' : 'normal'"), aria=False)  # fmt: skip
    later = "datum.place == 4 ? 'then' : datum.room < 33 * letters ? 'soon' : 'shortly after'"
    weeks = within.transform_calculate(said=f"datum.spaced ? datum.time_words : ({later})").mark_text(
        fontSize=SMALL, color=look.TEXT, dy=alt.expr("1.5 * letters"), aria=False
    )
    anywhere = first.transform_filter("datum.end - datum.right > letters * 7").transform_calculate(
        said=f"[{months[0]}, {months[1]}]"
    )
    return [
        told.mark_bar(height=alt.expr("line * 2.9"), color=look.RED, opacity=0.1, aria=False)
        .encode(x=at["begin"], x2="end:Q", y=Y),
        told.mark_text(text="zoom in for its weeks", align="right", dx=-6, fontSize=SMALL, color=look.TEXT, aria=False)
        .encode(x=at["begin"], y=Y),
        shade.encode(x=at["begin"], x2="end:Q", y=Y),
        panel.encode(x=at["left"], x2="right:Q", y=Y),
        way.encode(x=at["before"], x2="spot:Q", y=Y),
        points.encode(x=at["spot"], y=Y, tooltip=TOOLTIP),
        hollow.encode(x=at["spot"], y=Y, tooltip=TOOLTIP),
        crossed.encode(x=at["spot"], y=Y, tooltip=TOOLTIP),
        chosen.encode(x=at["spot"], y=Y),
        named.encode(x=at["spot"], y=Y, text="said:N"),
        weeks.encode(x=at["spot"], y=Y, text="said:N"),
        anywhere.mark_text(align="left", dx=8, dy=-6, fontSize=SMALL, color=look.TEXT, aria=False)
        .encode(x=at["right"], y=Y, text="said:N"),
    ]  # fmt: skip
