"""The one button that hands out a file."""

from collections.abc import Callable

import pandas as pd
import pyarrow as pa
import streamlit as st

from data.source import Source
from words import safe


def button(label: str, content: bytes | str | Callable[[], bytes], file_name: str, mime: str, key: str = "") -> None:
    """Draw a button that saves a file, made on the click where ``content`` is a function.

    A function runs outside the run that drew it, so it must hold all that it needs.
    """
    st.download_button(label, content, file_name, mime, key=key or file_name, on_click="ignore", icon=":material/download:")


def text(rows: pd.DataFrame) -> bytes:
    """Give rows as CSV in UTF-8, with an apostrophe before each text that a spreadsheet would take for a formula."""
    return bytes(safe.cells(rows).to_csv(index=False), encoding="utf-8")


def rows(table: pa.Table | pd.DataFrame, label: str, file_name: str, sentence: str, source: Source, citation: str = "") -> None:
    """Draw a button for rows as CSV, each with the filter in words, the citation and the data version.

    Args:
        citation: whom to cite, where it is not the source.
    """

    def content() -> bytes:
        frame = table.to_pandas() if isinstance(table, pa.Table) else table
        full = frame.assign(filter=sentence, citation=citation or source.citation, data_version=source.version)
        return text(full)

    button(label, content, file_name, "text/csv")
