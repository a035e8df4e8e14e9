"""One figure: its title, its chart, how to read it, and behind it rows, SQL and downloads."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from typing import Any

import pandas as pd
import streamlit as st

import charts
import queries
from widgets import words

SOURCE = "Source: Bossi et al. 2023, Ital J Pediatr 49:6, doi 10.1186/s13052-022-01402-7"
# Title, query and values of something shown; SQL is written only when somebody asks for it.
Noted = tuple[str, str, dict[str, Any]]
# What one run of a page shows. A context belongs to one run, so sessions never share it.
_shown: ContextVar[list[Noted] | None] = ContextVar("shown", default=None)


@contextmanager
def noting() -> Iterator[list[Noted]]:
    """Give a list that comes to hold all that is drawn inside, to be cited."""
    shown: list[Noted] = []
    token = _shown.set(shown)
    try:
        yield shown
    finally:
        _shown.reset(token)


def note(title: str, query: str, values: dict[str, Any]) -> None:
    """Note what is drawn without :func:`draw`, so that it can be cited."""
    if (shown := _shown.get()) is not None:
        shown.append((title, query, values))


def draw(
    query: str,
    values: dict[str, Any],
    chart: charts.Figure,
    *options: Any,
    title: str,
    caption: str,
    sentence: str = "",
    notes: tuple[str, ...] = (),
    select: str | None = None,
    derive: Callable[[pd.DataFrame], pd.DataFrame] | None = None,
) -> list[dict[str, Any]]:
    """Draw one figure and give what is selected in it.

    Args:
        query: the query whose rows the chart draws.
        values: the query's parameters; more than it needs are left out.
        chart: a chart function, with what it takes beside its rows as ``options``.
        title: what is seen; caption: how to read it.
        sentence: the filter in words, for the exported picture; notes: the lines below it there, where the key of the verdicts and
            the paper do not fit.
        select: the name of a point selection in the chart, if it has one.
        derive: what adds columns that SQL does not compute, such as a model.
    """
    rows = queries.run(query, **values)
    if derive:
        rows = derive(rows)
    st.header(title, anchor=False)
    note(title, query, values)
    key = "-".join([query.replace("/", "-"), *(str(option) for option in options)]).replace(" ", "-")
    chosen: Any = None
    if select:
        chosen = st.vega_lite_chart(
            rows, charts.specification(chart, *options), key=key, on_select="rerun", selection_mode=select
        )
    else:
        st.vega_lite_chart(rows, charts.specification(chart, *options), key=key)
    st.caption(caption)
    more = st.expander("Rows, SQL and downloads", key=f"{key}-more", on_change="rerun", icon=":material/table_view:")
    if more.open:
        told = (sentence, *(notes or (words.KEY, SOURCE))) if sentence else (SOURCE,)
        with more:
            _more(query, values, rows, chart, options, title, told, key, bool(derive))
    return chosen["selection"][select] if select else []


def _more(
    query: str, values: dict[str, Any], rows: pd.DataFrame, chart: charts.Figure, options: tuple[Any, ...],
    title: str, notes: tuple[str, ...], key: str, derived: bool,
) -> None:  # fmt: skip
    name = key
    st.dataframe(rows, hide_index=True, height="content" if len(rows) < 12 else 380, alt=f"Rows behind: {title}")
    with st.container(horizontal=True):
        _download(f"CSV ({len(rows)} rows)", lambda: rows.to_csv(index=False).encode(), f"{name}.csv", "text/csv", key)
        for kind, mime in [("svg", "image/svg+xml"), ("png", "image/png")]:
            _download(
                f"{kind.upper()} picture",
                lambda kind=kind: charts.picture(kind, chart, rows, options, title, list(notes)),
                f"{name}.{kind}", mime, key,
            )  # fmt: skip
        _download("Database (DuckDB)", queries.database_file, "mastoscope.duckdb", "application/octet-stream", key)
    more = " What it leaves out, such as an interval, is computed from its rows." if derived else ""
    st.caption(f"The SQL of this figure with its values. It runs on the database above.{more}")
    # Without colours: those that Streamlit gives to SQL are too faint to read, and no theme reaches them.
    st.code(queries.runnable(query, **values), language=None, wrap_lines=True)


def _download(label: str, data: Any, file_name: str, mime: str, key: str) -> None:
    st.download_button(label, data, file_name, mime, key=f"{key}-{file_name}", on_click="ignore", icon=":material/download:")
