"""The two sides of a comparison: which patients they hold, and what is said of them."""

import json
from typing import Any

import pandas as pd
import streamlit as st

import filters
import queries
from widgets import control, words

# What each preset changes in the shared filters on either side.
PRESETS: dict[str, tuple[dict[str, Any], dict[str, Any]]] = {
    "Pediatric and adult": ({"age_group": "pediatric"}, {"age_group": "adult"}),
    "Systemic and cutaneous": ({"disease": "systemic"}, {"disease": "cutaneous"}),
    "Like this child, and all": ({"age_group": "pediatric", "disease": "systemic"}, {"age_group": None, "disease": None}),
}
PINNED = "Pinned"
SIDES = {"left": "A", "right": "B"}
FEW_NAMES = 150


def _pinned(key: str, text: str, chosen: dict[str, Any]) -> dict[str, Any]:
    """Give one pinned filter; the current one where nothing, or nothing readable, is pinned."""
    if not text:
        return chosen
    try:
        return filters.read(text)
    except ValueError as error:
        st.info(f"What is pinned as {SIDES[key]} cannot be read: {error}. The current filters stand in; pin again.")
        return chosen


def choose(chosen: dict[str, Any]) -> tuple[dict[str, Any], dict[str, Any]]:
    """Draw the choice of the two sides and give both as whole filters.

    Args:
        chosen: the shared filters, which every preset starts from.
    """
    with st.container(horizontal=True, vertical_alignment="bottom"):
        preset = control.one_of("Compare", [*PRESETS, PINNED], "sides")
        if preset == PINNED:
            for key, side in SIDES.items():
                st.button(
                    f"Pin the current filters as {side}",
                    key=f"pin-{key}",
                    icon=":material/push_pin:",
                    on_click=filters.pin,
                    args=(key,),
                )
            st.button("Unpin both", key="unpin", type="tertiary", on_click=filters.unpin, args=tuple(SIDES))
    if preset != PINNED:
        left, right = PRESETS[preset]
        return {**chosen, **left}, {**chosen, **right}
    st.caption(
        "Set the filters, pin them as A, change them, and pin them as B. A side that is not pinned follows the filters. "
        "Pins travel in the link."
    )
    with st.expander("What is pinned, as text"):
        texts = {
            key: st.text_input(side, key=key, placeholder="follows the filters", bind="query-params", persist_state="session")
            for key, side in SIDES.items()
        }
    left, right = (_pinned(key, texts[key] or "", chosen) for key in SIDES)
    return left, right


def parameters(left: dict[str, Any], right: dict[str, Any]) -> dict[str, str]:
    """Give both sides as query parameters."""
    return {"left": filters.written(left), "right": filters.written(right)}


def name(values: dict[str, Any]) -> str:
    """Give one side in words, such as "under 18 years, systemic mastocytosis"."""
    told = ", ".join(words.phrases(values).values()) or "all patients"
    return told if values["possible"] else f"{told}, certain matches only"


def draw(sides: dict[str, str]) -> None:
    """Draw both sides as columns: their filter, counts with bounds, and who is in them."""
    counts = queries.run("comparison/counts", **sides)
    members = queries.run("comparison/members", **sides).set_index("side")
    for column, (key, side) in zip(st.columns(2, gap="large"), SIDES.items(), strict=True):
        values = json.loads(sides[key])
        with column:
            st.header(f"{side}: {name(filters.read(sides[key]))}", anchor=False)
            with st.container(horizontal=True):
                for count in counts[(counts["side"] == side) & (counts["unit"] != "patient reports")].itertuples():
                    st.metric(
                        str(count.unit).capitalize(), words.bounds(count, values.get("possible", True)), border=True,
                        help=f"{count.certain} certain, {count.possible} possible, {count.not_reported} not reported, "
                        f"{count.excluded} excluded; {count.total} in all.",
                    )  # fmt: skip
            if side in members.index:
                _who(members.loc[side])
            else:
                st.info("Nobody matches. Widen a filter or choose another preset.")


def _who(told: pd.Series) -> None:
    # A few names are read at a glance; many would push the figures off the screen.
    with st.expander("Who they are", expanded=len(told["certain"]) < FEW_NAMES):
        st.markdown(f"**Certain:** {told['certain'] or 'nobody'}.\n\n**Possible:** {told['possible'] or 'nobody'}.")


def title(rows: pd.DataFrame) -> str:
    """Give in how many patients total IgE was assessed on either side, as a title.

    Args:
        rows: ``comparison/proportions``.
    """
    told = [f"{row.counts} in {row.side}" for row in rows.itertuples() if row.property == "Total IgE assessed" and row.patients]
    return f"Total immunoglobulin E (IgE) was assessed in {' and '.join(told)}" if told else "Nobody is surely in either side"


def treatment_title(rows: pd.DataFrame) -> str:
    """Give the dose that the reports surely in each side print most often, as a title.

    Args:
        rows: ``comparison/profile`` with the doses.
    """
    told = []
    for side in SIDES.values():
        own = [
            row for row in rows.itertuples() if (row.topic, row.side, row.verdict) == ("Dose per injection", side, "certain")
        ]
        if own:
            most = max(row.reports for row in own)
            values = " and ".join(row.value for row in own if row.reports == most)
            told.append(f"{values} in {most} of {sum(row.reports for row in own)} reports surely in {side}")
    return f"Most often printed: {', '.join(told)}" if told else "Nobody is surely in either side"


def patients_title(rows: pd.DataFrame) -> str:
    """Give how many ages are only a range on each side, as a title.

    Args:
        rows: ``comparison/profile`` with what is printed of the age.
    """
    ranges = {row.side: row.bounds for row in rows.itertuples() if row.value == "a range only"}
    told = " and ".join(f"{bounds} reports in {side}" for side, bounds in ranges.items())
    if told:
        return f"Only a range is printed of the age of {told}"
    return "Every age on both sides is exact" if rows["reports"].any() else "Nobody matches on either side"


def definitions() -> str:
    """Give both definitions of pediatric with their counts, as Markdown."""
    told = [
        f"**{row.definition}**: {words.interval(row.certain, row.certain)}{f', up to {row.at_most}' if row.at_most > row.certain else ''}"
        for row in queries.run("comparison/definitions").itertuples()
    ]
    return f"Pediatric can mean two things: {'; '.join(told)}. This page uses the printed age."


NO_TEST = (
    "**Why no significance test.** A test asks whether a difference could be chance among comparable samples. These patients were not "
    "sampled: somebody chose to publish them, and about half stand in one publication that prints one age range and, for each biomarker, one "
    "direction for all of them; between children and adults they could be on either side. A p-value would look exact and mean nothing. Intervals show how little few patients can tell."
)
