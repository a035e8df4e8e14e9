"""The two sides of a comparison: which patients they hold."""

from typing import Any

import streamlit as st

import filters
import queries
from data.source import Choice
from widgets import control, counts
from words import safe
from words.comparison import SIDES, name

# What each preset changes in the shared filters on either side.
PRESETS: dict[str, tuple[dict[str, Any], dict[str, Any]]] = {
    "Pediatric and adult": ({"age_group": "pediatric"}, {"age_group": "adult"}),
    "Systemic and cutaneous": ({"disease": "systemic"}, {"disease": "cutaneous"}),
    "Like this child, and all": ({"age_group": "pediatric", "disease": "systemic"}, {"age_group": None, "disease": None}),
}
FEW_NAMES = 150


def _pinned(side: str, text: str, choice: Choice) -> Choice:
    """Give one pinned filter; the current one where nothing, or nothing readable, is pinned."""
    if not text:
        return choice
    try:
        return filters.read(text, choice.source)
    except ValueError as error:
        st.info(f"What is pinned as {side} cannot be read: {error}. The current filters stand in; pin again.")
        return choice


def _pin(key: str, choice: Choice) -> None:
    control.set_value(key, choice.filter)


def _unpin() -> None:
    for key in SIDES:
        control.set_value(key, "")


def choose(choice: Choice) -> tuple[Choice, Choice]:
    """Draw the choice of the two sides and give both.

    Args:
        choice: the shared filters, which every preset starts from.
    """
    with st.container(horizontal=True, vertical_alignment="bottom"):
        preset = control.draw(filters.SIDES, choice.source)
        if preset not in PRESETS:
            for key, side in SIDES.items():
                st.button(
                    f"Pin the current filters as {side}", key=f"pin-{key}", icon=":material/push_pin:", on_click=_pin,
                    args=(key, choice),
                )  # fmt: skip
            st.button("Unpin both", key="unpin", type="tertiary", on_click=_unpin)
    if preset in PRESETS:
        left, right = (filters.changed(choice, **changes) for changes in PRESETS[preset])
        return left, right
    st.caption(
        "Set the filters, pin them as A, change them, and pin them as B. A side that is not pinned follows the filters. "
        "Pins travel in the link."
    )
    with st.expander("What is pinned, as text"):
        texts = [
            control.draw(pinned, choice.source, placeholder="follows the filters") for pinned in [filters.LEFT, filters.RIGHT]
        ]
    left, right = (_pinned(side, text, choice) for side, text in zip(SIDES.values(), texts, strict=True))
    return left, right


def draw(left: Choice, right: Choice) -> None:
    """Draw both sides as columns: their filter, counts with bounds, and who is in them."""
    pair = filters.sides(left, right)
    numbers = queries.objects("comparison/counts", pair)
    members = {row.side: row for row in queries.objects("comparison/members", pair)}
    for column, side, choice in zip(st.columns(2, gap="large"), SIDES.values(), [left, right], strict=True):
        with column:
            st.header(safe.markdown(f"{side}: {name(choice)}"), anchor=False)
            with st.container(horizontal=True):
                for count in numbers:
                    if count.side == side and count.unit != "patient reports":
                        counts.metric(count, filters.counts_possible(choice))
            if side in members:
                _who(members[side])
            else:
                st.info("Nobody matches. Widen a filter or choose another preset.")


def _who(names: Any) -> None:
    # A few names are read at a glance; many would push the figures off the screen.
    with st.expander("Who they are", expanded=len(names.certain) < FEW_NAMES):
        certain, possible = (safe.markdown(text or "nobody") for text in [names.certain, names.possible])
        st.markdown(f"**Certain:** {certain}.\n\n**Possible:** {possible}.")
