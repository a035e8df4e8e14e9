"""The table that belongs beside the plot of directions, and how the synthesis was made."""

import pandas as pd
import streamlit as st

from data.source import Choice
from words import directions as direction_words


def table(rows: pd.DataFrame) -> None:
    """Draw the table that belongs beside the plot: the same lines, directions as signs."""
    if rows.empty:
        return
    wide = {
        "Table row": "label", "n": "patients", "Total IgE": "signs", "Tryptase": "tryptase", "Verdict": "verdict",
    }  # fmt: skip
    ige, tryptase = (rows[rows["biomarker"] == name] for name in direction_words.BIOMARKERS)
    lines = ige.assign(tryptase=tryptase["signs"].to_numpy())
    # Lines are named as in the plot; a column more would scroll sideways on a phone, out of reach of the keyboard.
    cells = pd.DataFrame({name: lines[column] for name, column in wide.items()})
    cells["Table row"] = cells["Table row"].str.replace(".", "\\.", regex=False)  # "8. Constantine" would become a list
    st.table(cells, hide_index=True, border="horizontal", alt="Directions of effect by table row, as printed")


def methods(choice: Choice) -> None:
    """Draw the methods note."""
    with st.expander("How this synthesis was made, and why there is no sign test", icon=":material/rule:"):
        st.markdown(direction_words.methods(choice))
