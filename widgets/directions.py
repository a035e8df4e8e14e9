"""The table that belongs beside the plot of directions, and how the synthesis was made."""

import pyarrow as pa
import streamlit as st

from data.source import Choice
from queries import Objects
from words import directions as direction_words
from words import safe


def table(rows: Objects) -> None:
    """Draw the table that belongs beside the plot: the same lines, directions as signs.

    Args:
        rows: ``directions/plot``.
    """
    if not rows:
        return
    ige, tryptase = ([row for row in rows if row.biomarker == name] for name in direction_words.BIOMARKERS)
    # Lines are named as in the plot; a column more would scroll sideways on a phone, out of reach of the keyboard.
    cells = {
        "Table row": [safe.markdown(row.label) for row in ige],
        "n": [row.patients for row in ige],
        "Total IgE": [safe.markdown(row.signs) for row in ige],
        "Tryptase": [safe.markdown(row.signs) for row in tryptase],
        "Verdict": [row.verdict for row in ige],
    }
    st.table(pa.table(cells), hide_index=True, border="horizontal", alt="Directions of effect by table row, as printed")


def methods(choice: Choice) -> None:
    """Draw the methods note."""
    with st.expander("How this synthesis was made, and why there is no sign test", icon=":material/rule:"):
        st.markdown(direction_words.methods(choice))
