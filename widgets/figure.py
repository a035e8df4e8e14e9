"""One figure on a page: its title, its chart, how to read it, and behind it rows, pictures and SQL, or the model."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from functools import partial
from typing import Any, Literal

import streamlit as st

import figures
import queries
from charts import export
from data.source import Choice
from present import turns
from widgets import download, glossary
from words import safe

# The quiet line below a figure, which opens to all that stands behind it.
BEHIND, BEHIND_MODEL = "Data · Picture · SQL", "Data · Picture · Model"
# Something shown: its title, and what writes the SQL or the Python behind it, only when somebody asks for it.
Noted = tuple[str, Literal["SQL", "Python"], Callable[[], str]]
# What one run of a page shows. A context belongs to one run, so sessions never share it.
_noted: ContextVar[list[Noted] | None] = ContextVar("noted", default=None)


@contextmanager
def noting() -> Iterator[list[Noted]]:
    """Give a list that comes to hold all that is drawn inside, to be cited."""
    noted: list[Noted] = []
    token = _noted.set(noted)
    try:
        yield noted
    finally:
        _noted.reset(token)


def note(title: str, query: str, choice: Choice, settings: figures.Settings) -> None:
    """Note what is drawn without :func:`draw`, so that it can be cited."""
    if (noted := _noted.get()) is not None:
        noted.append((title, "SQL", lambda: queries.runnable(query, choice, **settings)))


def note_exhibit(exhibit: figures.Exhibit, title: str = "") -> None:
    """Note a figure, so that it can be cited."""
    if (noted := _noted.get()) is not None:
        noted.append((title or exhibit.title, "Python" if exhibit.figure.code else "SQL", exhibit.behind))


def draw(
    exhibit: figures.Exhibit, sentence: str = "", chosen: tuple[str, Callable[[str], None]] | None = None, small: bool = False
) -> None:
    """Draw one figure.

    Args:
        sentence: the filter in words, for the exported picture.
        chosen: the name of a point selection in the chart, and what happens when it changes; it takes the chart's key.
        small: whether it is one of several below a heading that they share.
    """
    heading = st.subheader if small else st.header
    heading(safe.markdown(exhibit.title), anchor=False)
    note_exhibit(exhibit)
    key = exhibit.key()
    selection: Any = {}
    if chosen:
        selection = {"selection_mode": chosen[0], "on_select": partial(chosen[1], key)}
    st.vega_lite_chart(exhibit.table, exhibit.specification(), width="stretch", key=key, **selection)
    st.caption(safe.markdown(exhibit.caption), help=glossary.help_for(exhibit.title, exhibit.caption))
    behind = BEHIND_MODEL if exhibit.figure.code else BEHIND
    more = st.expander(behind, key=f"{key}-more", on_change="rerun", type="compact")
    if more.open:
        with more:
            _more(exhibit, key, [sentence, *exhibit.notes] if sentence else list(exhibit.notes))


def _more(exhibit: figures.Exhibit, key: str, notes: list[str]) -> None:
    rows, drawing, options, title = exhibit.rows(), exhibit.figure.chart, exhibit.options(), exhibit.title
    with st.container(horizontal=True, gap="small"):
        csv = f"{key}.csv"
        download.button(f"CSV ({len(rows)} rows)", lambda: download.text(rows), csv, "text/csv", f"{key}-{csv}")
        for kind, mime in [("svg", "image/svg+xml"), ("png", "image/png")]:
            picture = partial(_picture, kind, drawing, rows, options, title, notes)
            download.button(f"{kind.upper()} picture", picture, f"{key}.{kind}", mime, f"{key}-{key}.{kind}")
        if exhibit.choice.source.built_in and not exhibit.figure.code:
            database(f"{key}-mastoscope.duckdb")
    st.dataframe(rows, hide_index=True, height="content" if len(rows) < 12 else 380, alt=f"Rows behind: {title}")
    if exhibit.figure.code:
        st.caption("The equations of both models, their parameters for this patient, and Python that works out these rows.")
        st.code(exhibit.behind(), language=None, wrap_lines=True)
        return
    runs = " It runs on the database above." if exhibit.choice.source.built_in else ""
    derived = " What it leaves out, such as an interval, is computed from its rows." if exhibit.figure.derive else ""
    st.caption(f"The SQL of this figure with its values.{runs}{derived}")
    # Without colours: those that Streamlit gives to SQL are too faint to read, and no theme reaches them.
    st.code(exhibit.behind(), language=None, wrap_lines=True)


def _picture(*asked: Any) -> bytes:
    with turns.PICTURES.turn():
        return export.picture(*asked)


def database(key: str) -> None:
    """Draw the button for the whole built-in database."""
    download.button("Database (DuckDB)", queries.database_file, "mastoscope.duckdb", "application/octet-stream", key)
