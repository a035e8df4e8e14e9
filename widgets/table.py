"""The literature table: its rows, each of which opens the card of its study."""

import pandas as pd
import pyarrow as pa
import streamlit as st
from pandas.io.formats.style import Styler

from charts import look
from data.source import Source
from widgets import control, study

_number, _text = st.column_config.NumberColumn, st.column_config.TextColumn
# What is read comes before what is printed: numbers sort by value, printed cells by their first sign. A file keeps this order.
COLUMNS = {
    "publication": _text("Study", width=156, pinned=True),
    "section": _text("Disease", width=86),
    "patients_certain": _number("n certain", width=72, help="Patients of this row who match the filters for certain"),
    "patients_possible": _number("n possible", width=78, help="Patients of this row who may match: only a range is printed"),
    "patients": _number("n", width=42, help="Patients of this row, as printed"),
    "age_low_years": _number("Age from", width=72, help="Years; the youngest patient of the row"),
    "age_high_years": _number("to", width=48, help="Years; the oldest patient of the row"),
    "age_printed": _text("Age printed", width=86, help="Years"),
    "dose_low_mg": _number("Dose from", width=80, help="mg per injection"),
    "dose_high_mg": _number("to", width=48, help="mg per injection"),
    "dose_printed": _text("Dose printed", width=132),
    "therapy_low_months": _number("Months from", width=94, help="Months of therapy"),
    "therapy_high_months": _number("to", width=48, help="Months of therapy"),
    "therapy_length_printed": _text("Length printed", width=102, help="Therapy length"),
    "total_ige_printed": _text("IgE", width=48, help="Total immunoglobulin E"),
    "tryptase_printed": _text("Tryptase", width=68),
    "interval_low_weeks": _number("Weeks from", width=88, help="Weeks between injections"),
    "interval_high_weeks": _number("to", width=48, help="Weeks between injections"),
    "dose_low_mg_per_4_weeks": _number("mg per 4 weeks from", width=140, help="Derived from dose and interval"),
    "dose_high_mg_per_4_weeks": _number("to", width=48, help="Derived from dose and interval"),
    "patients_elsewhere": _number("n elsewhere", width=96, help="Patients of this row counted in another row"),
    "study": _text("Study printed", width=206, help="With its reference; a: study on pediatric patients"),
    "row": _number("Row", width=48),
    "doi": st.column_config.LinkColumn("DOI", width=150, display_text=r"https://doi\.org/(.*)"),
    "verdict": _text("Verdict", width=92),
    "why": _text("Why", width=520),
}  # fmt: skip


def draw(rows: pa.Table, name: str, source: Source) -> None:
    """Draw the table, what the filter leaves out faintly; a row that is selected opens the card of its study."""
    if not rows.num_rows:
        st.info("No row matches. Clear the search, or show the rows that do not match the filters.")
        return
    publications = rows["publication"].to_pylist()

    def select() -> None:
        if (picked := control.take_row("table")) is not None and picked < len(publications):
            study.pick(publications[picked], source)

    columns = rows.select(list(COLUMNS))
    st.dataframe(
        columns if all(rows["kept"].to_pylist()) else _faint(columns.to_pandas(), rows["kept"].to_pylist()),
        hide_index=True, column_config=COLUMNS, placeholder="", key="table", height="content",
        on_select=select, selection_mode="single-row", alt=name,
    )  # fmt: skip


def _faint(rows: pd.DataFrame, kept: list[bool]) -> Styler:
    """Give rows with those in grey that are not kept; a style costs time, so only where there are some."""
    style = rows.style.format("{:g}", na_rep="", subset=list(rows.select_dtypes("number")))
    return style.apply(lambda cells: ["" if keep else f"color: {look.MUTED}" for keep in kept])


def file(rows: pa.Table) -> pa.Table:
    """Give rows as a file holds them: the columns of the screen in their order, then where each row stands."""
    return rows.select([*COLUMNS, "publication_id", "status", "source"])
