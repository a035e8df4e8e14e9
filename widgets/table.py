"""The literature table: its rows, and one row in full."""

import pandas as pd
import streamlit as st

from data.notation import written

COLUMNS = {
    "verdict": st.column_config.TextColumn("Verdict", width=88, pinned=True),
    "study": st.column_config.TextColumn("Study", width=205, pinned=True, help="a: study on pediatric patients"),
    "patients": st.column_config.NumberColumn("n", width=45, help="Number of patients"),
    "age_printed": st.column_config.TextColumn("Age (yr)", width=65),
    "dose_printed": st.column_config.TextColumn("Dose", width=138),
    "therapy_length_printed": st.column_config.TextColumn("Length", width=85, help="Therapy length"),
    "total_ige_printed": st.column_config.TextColumn("IgE", width=45, help="Total immunoglobulin E"),
    "tryptase_printed": st.column_config.TextColumn("Tryptase", width=65),
    "why": st.column_config.TextColumn("Why", width=400),
    "section": st.column_config.TextColumn("Section", width=85),
    "doi": st.column_config.LinkColumn("DOI", display_text=r"https://doi\.org/(.*)"),
    "row": st.column_config.NumberColumn("Row", width=50),
}

PER_4_WEEKS = ["dose_low_mg_per_4_weeks", "dose_high_mg_per_4_weeks"]


def draw(rows: pd.DataFrame, name: str) -> pd.Series | None:
    """Draw the table and give the selected row, or None."""
    if rows.empty:
        st.info("No row holds this text. Search for an author, a number or a direction.")
        return None
    event = st.dataframe(
        rows, hide_index=True, column_order=list(COLUMNS), column_config=COLUMNS, placeholder="", key="table", height="content",
        on_select="rerun", selection_mode="single-row", alt=name,
    )  # fmt: skip
    picked = [index for index in event["selection"]["rows"] if index < len(rows)]
    return rows.iloc[picked[0]] if picked else None


def detail(row: pd.Series) -> None:
    """Draw one row in full: verdict, printed cells beside the bounds read from them, and its source."""
    with st.container(border=True):
        st.header(row["study"], anchor=False)
        st.markdown(row["why"])
        cells = [
            ("Age", row["age_printed"], row["ages_read"]),
            ("Dose", row["dose_printed"], row["dose_read"]),
            ("Dose per 4 weeks, derived", row["dose_printed"], written(*row[PER_4_WEEKS]) + " mg"),
            ("Therapy length", row["therapy_length_printed"], row["lengths_read"]),
            ("Total IgE", row["total_ige_printed"], row["ige_read"]),
            ("Tryptase", row["tryptase_printed"], row["tryptase_read"]),
        ]
        st.table(
            pd.DataFrame(cells, columns=["Quantity", "Printed", "Read as"]),
            hide_index=True,
            alt="Printed cells and their bounds",
        )
        known = f"[{row['doi']}]({row['doi']})" if isinstance(row["doi"], str) else "no verified DOI"
        # No caption: it would fade the link until nobody can read it.
        st.markdown(f":small[{row['source']} · {known} · publication: {row['status']}]")
