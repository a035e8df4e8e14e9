"""The table of all findings."""

import pyarrow as pa
import streamlit as st

from data.source import Source
from widgets import download

COLUMNS = {
    "verdict": st.column_config.TextColumn("Verdict", width=88, pinned=True),
    "publication": st.column_config.TextColumn("Publication", width=170, pinned=True),
    "group_name": st.column_config.TextColumn("Group", width=190),
    "kept_out_by": st.column_config.TextColumn("Kept out by", width=110, help="The filters behind excluded or not reported"),
    "group_patients": st.column_config.NumberColumn("n", width=45, format="%d", help="Patients of the group, where printed"),
    "domain": st.column_config.TextColumn("About", width=130),
    "measure": st.column_config.TextColumn("Finding", width=330),
    "result": st.column_config.TextColumn("Result", width=170),
    "status": st.column_config.TextColumn("Read", width=60, help="Whether the passage was read whole (yes) or partly"),
    "bearing": st.column_config.TextColumn("For the paper", width=95, help="What the finding does to the paper's claims"),
    "bearing_note": st.column_config.TextColumn("How", width=430),
    "note": st.column_config.TextColumn("Note", width=300),
    "overlap": st.column_config.TextColumn("Patients in Table 1", width=130),
    "doi": st.column_config.LinkColumn("DOI", display_text=r"https://doi\.org/(.*)"),
    "pmid": st.column_config.TextColumn("PubMed number", width=90),
    "source": st.column_config.TextColumn("Source", width=330),
    "source_url": st.column_config.LinkColumn("Page read", display_text=r"https?://(?:www\.)?([^/]+)"),
}
CITATION = "MastoScope, findings read in abstracts and openings; the source of each row stands in its column"


def draw(rows: pa.Table, sentence: str, source: Source) -> None:
    """Draw all findings as a table with a download.

    Args:
        rows: the rows of ``outcomes/findings``, possibly none.
        sentence: the filter in words, for the download.
    """
    st.dataframe(
        rows, hide_index=True, column_order=list(COLUMNS), column_config=COLUMNS, placeholder="", height=420, alt="All findings"
    )
    download.rows(rows, f"All findings, CSV ({rows.num_rows} rows)", "findings.csv", sentence, source, CITATION)
