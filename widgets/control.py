"""Controls of a page: each is bound to the address under its key and keeps its value from page to page."""

from collections.abc import Sequence

import streamlit as st


def one_of(label: str, options: Sequence[str], key: str, default: str | None = None) -> str:
    """Draw a row of choices of which exactly one holds, and give it.

    Args:
        options: what can be chosen; the first holds at a first visit unless ``default`` names another.
    """
    chosen: str | None = st.segmented_control(
        label, options, default=default or options[0], required=True, key=key, bind="query-params", persist_state="session"
    )  # fmt: skip
    # An empty value in the address arrives as None, in spite of ``required``.
    return chosen or default or options[0]


def switch(label: str, key: str, value: bool = False) -> bool:
    """Draw a switch and give whether it is on."""
    return st.toggle(label, value=value, key=key, bind="query-params", persist_state="session")
