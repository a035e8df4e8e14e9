"""Table 1 as printed, with the verdict of each row and why."""

import streamlit as st

import filters
import queries
from widgets import figure, table

chosen = filters.chosen()
rows = queries.run("literature/table", **chosen, search="")
search = st.text_input(
    "Search the table", key="search", placeholder="Author, dose, direction …", icon=":material/search:", live="300ms",
    bind="query-params", persist_state="session",
)  # fmt: skip
values = {**chosen, "search": (search or "").strip()}
found = queries.run("literature/table", **values)
figure.note("Table 1 as printed, with verdicts", "literature/table", values)
counted = rows[rows["verdict"].isin(["certain", "possible"] if chosen["possible"] else ["certain"])]

picked = table.draw(found, "Table 1 as printed, with verdicts")
st.caption(
    f"{len(found)} of {len(rows)} rows shown. Cells as printed in Bossi et al. 2023, Table 1; a marks studies on pediatric patients. Select a row for its detail."
)
if picked is not None:
    table.detail(picked)
with st.container(horizontal=True):
    table.download(rows, f"Full table, CSV ({len(rows)} rows)", "table-1.csv", filters.sentence(chosen))
    table.download(counted, f"Filtered table, CSV ({len(counted)} rows)", "table-1-filtered.csv", filters.sentence(chosen))
