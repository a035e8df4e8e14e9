"""The table as printed: the rows that the filter keeps, and the card of each study."""

import streamlit as st

import filters
import queries
from data.source import Choice
from widgets import control, download, figure, glossary, table
from words import safe
from words import table as words
from words.counts import sentence


def page(choice: Choice) -> None:
    """Draw the page under a choice."""
    title, source = f"{choice.source.name} as printed, with verdicts", choice.source
    rows = queries.ask("literature/table", choice)
    figure.note(title, "literature/table", choice, {})
    with st.container(horizontal=True, vertical_alignment="center"):
        search = control.draw(
            filters.SEARCH, source, placeholder="Search: author, dose, direction …", icon=":material/search:", live="300ms",
            label_visibility="collapsed", width=280,
        ).strip()  # fmt: skip
        left_out = control.draw(filters.LEFT_OUT, source)
    part = words.shown(rows, left_out, search)
    st.markdown(f"**{words.count(part, rows)}**")
    table.draw(part, title, source)
    st.caption(
        f"As printed in {safe.markdown(source.name)}, after the numbers read from it. "
        "Select a row to light its study in every figure.",
        help=glossary.help_for("total IgE, tryptase"),
    )
    searched = f"{sentence(choice)} Rows with “{safe.line(search)}”." if search else sentence(choice)
    with st.container(horizontal=True):
        for label, name, some, told in [
            ("These rows", "table-1-shown", part, searched),
            ("Full table", "table-1", rows, sentence(choice)),
        ]:
            download.rows(table.file(some), f"{label}, CSV ({some.num_rows} rows)", f"{name}.csv", told, source)
