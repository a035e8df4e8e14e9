"""Chart of the doses of the literature: every printed dose is a band, with a lane for each course of it."""

import altair as alt
import pandas as pd

from charts import look
from charts.literature import NOTHING, SHAPE
from data.source import Limits

# What stands where a source tells nothing of doses: one empty band.
NO_DOSE = {"no dose": ["no dose"]}
# What stands beside a mark: whose it is, on a narrow screen only of the chosen study, and of how many patients.
NAME = (
    f"(containerSize()[0] < 560 && !({look.LIT}) ? '' : datum.publication + '  ')"
    " + (datum.reports > 1 ? '× ' + datum.reports : '')"
)


def _bands(limits: Limits) -> dict[str, list[str]]:
    """Give the lanes of each dose of a source as its rows name them: the highest dose on top, in it the first lane."""
    bands = {one.dose: [f"{one.dose} · {lane}" for lane in range(one.first, one.last + 1)] for one in reversed(limits.doses)}
    return bands or NO_DOSE


def _lanes(bands: dict[str, list[str]]) -> alt.Y:
    """Give one line per lane, named once for each band: by its dose, beside its middle."""
    middles = [lanes[(len(lanes) - 1) // 2] for lanes in bands.values()]
    scale = alt.Scale(domain=[lane for lanes in bands.values() for lane in lanes], padding=0)
    axis = look.line_axis(values=middles, labelExpr="split(datum.label, ' · ')[0]", labelPadding=6)
    return alt.Y("lane:N", title="Dose per injection, as printed", sort=None, scale=scale, axis=axis)


def _backgrounds(bands: dict[str, list[str]], y: alt.Y) -> alt.Chart:
    """Give a pale background for every other band, from edge to edge: a band without a mark is there all the same."""
    ends = [{"lane": lanes[0], "last": lanes[-1]} for lanes in list(bands.values())[::2]]
    # Named, so that the rows stay in the specification and are not taken for those of the figure.
    bands_alone = alt.Chart(alt.InlineData(values=ends, name="bands")).mark_rect(color=look.GUIDE, opacity=0.1, aria=False)
    edges = {"y": y.bandPosition(0), "y2": alt.Y2("last:N", bandPosition=1), "x": alt.value(0), "x2": alt.value("width")}
    return bands_alone.encode(**edges)  # type: ignore[no-any-return]


def _lengths(limits: Limits) -> alt.X:
    """Give the logarithmic axis of therapy lengths, with room for a mark on its left and for words on its right."""
    months = limits.of("therapy") or NOTHING
    # Whole years, and whole parts of one, are what a length is thought in; zero has no place on a logarithmic axis, a week has.
    named = [stop for stop in months if stop > 0 and (stop % 12 == 0 or 12 % stop == 0)]
    scale = alt.Scale(type="log", domain=[max(months[0], 0.25) / 1.25, months[-1] * 2.7], nice=False)
    axis = alt.Axis(values=look.ticks(named or months), grid=True, labelOverlap="greedy", labelSeparation=5)
    return alt.X("therapy_low_months:Q", title="Therapy length (months, logarithmic)", scale=scale, axis=axis)


def dose(rows: pd.DataFrame, limits: Limits) -> look.Chart:
    """Draw courses in the band of their dose per injection (as printed) by therapy length (months, logarithmic).

    A lane keeps courses apart and tells nothing: in a band they are ordered by length, never by disease.
    """
    bands = _bands(limits)
    y = _lanes(bands)
    # The rows belong to the whole: where layers differ in their data, each would hold its own, and none be given new ones.
    base = alt.Chart().encode(
        y=y,
        x=_lengths(limits),
        tooltip=look.tooltip(
            ("publication", "Publication"), ("disease", "Disease"), ("dose", "Dose"), ("therapy", "Therapy length"),
            ("age", "Age"), ("reports:Q", "Patients"), ("verdict", "Verdict"), ("source", "Source"),
        ),
        **look.verdict_look(),
    )  # fmt: skip
    ends = alt.expr("datum.disease == 'systemic' ? 4 : 0")
    ranges = base.transform_filter("!datum.exact").mark_bar(height=8, cornerRadius=ends)
    points = base.transform_filter("datum.exact").mark_point(size=60).encode(shape=SHAPE)
    names = alt.Chart().mark_text(align="left", dx=8, fontSize=11, color=look.TEXT)
    names = names.encode(
        y=y, x=alt.X("therapy_high_months:Q"), text=alt.value(alt.expr(NAME)), opacity=look.fading(look.FADED_WORDS)
    )
    ranges = look.choosable(ranges.encode(x2="therapy_high_months:Q"))
    layers = [_backgrounds(bands, y), ranges, points, names]
    return alt.layer(*layers, data=rows).properties(
        height=alt.Step(17),
        description="Courses by dose per injection in mg, one band for each printed dose, and therapy length in months: "
        "points for exact lengths, bars for printed ranges.",
    )
