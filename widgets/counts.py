"""What the pages of the literature draw beside their figures: counts with their bounds, and setting a publication aside."""

from typing import Any

import streamlit as st

from data.source import Source
from widgets import control
from words import counts, safe


def metric(count: Any, possible: bool) -> None:
    """Draw one row of ``literature/counts`` as a number or its bounds, with all verdicts on hover.

    Args:
        possible: whether possible matches count.
    """
    st.metric(str(count.unit).capitalize(), counts.bounds(count, possible), border=True, help=counts.verdicts(count))


def set_aside(publication: Any, label: str, source: Source) -> None:
    """Draw the button that sets one publication aside.

    Args:
        publication: a row with its ``publication_id``; None draws nothing.
    """
    if publication is not None:
        st.button(
            f"Set {safe.markdown(label)} aside", key="set-aside", icon=":material/visibility_off:", on_click=control.set_aside,
            args=(publication.publication_id, source),
        )  # fmt: skip
