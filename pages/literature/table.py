"""The table as printed, with the verdict of each row and why."""

import streamlit as st

import filters
import queries
from data.source import Choice
from widgets import control, download, figure, table
from words.counts import COUNTED, sentence


def page(choice: Choice) -> None:
    """Draw the page under a choice."""
    title = f"{choice.source.name} as printed, with verdicts"
    rows = queries.run("literature/table", choice, search="")
    search = control.draw(
        filters.SEARCH, choice.source, placeholder="Author, dose, direction …", icon=":material/search:", live="300ms"
    ).strip()
    found = queries.run("literature/table", choice, search=search)
    figure.note(title, "literature/table", choice, {"search": search})
    counted = rows[rows["verdict"].isin(COUNTED)] if filters.counts_possible(choice) else rows[rows["verdict"] == "certain"]

    picked = table.draw(found, title)
    st.caption(
        f"{len(found)} of {len(rows)} rows shown. Cells as printed in {choice.source.name}; a marks studies on pediatric "
        "patients. Select a row for its detail."
    )
    if picked is not None:
        table.detail(picked)
    with st.container(horizontal=True):
        for label, name, part in [("Full", "table-1", rows), ("Filtered", "table-1-filtered", counted)]:
            download.rows(part, f"{label} table, CSV ({len(part)} rows)", f"{name}.csv", sentence(choice), choice.source)
