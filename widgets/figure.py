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
from widgets import control, download, glossary, study
from words import safe

# The quiet line below a figure, which opens to all that stands behind it.
BEHIND, BEHIND_MODEL = "Data · Picture · SQL", "Data · Picture · Model"
# The selection of a chart in which a click chooses a study.
STUDY = "study"
# The name of a selection in a chart, and what happens when it changes; it takes the key of the chart.
Chosen = tuple[str, Callable[[str], None]]
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


def draw(exhibit: figures.Exhibit, sentence: str = "", chosen: Chosen | None = None, small: bool = False) -> None:
    """Draw one figure.

    Args:
        sentence: the filter in words, for the exported picture.
        chosen: the name of a point selection in the chart, and what happens when it changes; it takes the chart's key.
        small: whether it is one of several below a heading that they share.
    """
    note_exhibit(exhibit)
    key, lit = exhibit.key(), study.label(exhibit.choice.source)
    heading = st.subheader if small else st.header
    with st.container(gap="xsmall"):
        heading(safe.markdown(exhibit.title), anchor=False)
        topics = exhibit.settings.get("topics", [])
        st.caption(
            safe.markdown(exhibit.caption), help=glossary.help_for(exhibit.title, exhibit.caption, exhibit.detail, *topics)
        )
        # A chart comes after the words around it, and must not push them away.
        st.html(f"<style>.st-key-{key}-plot {{ min-height: {exhibit.room()}px; }}</style>")
        with st.container(key=f"{key}-plot"):
            _chart(exhibit, key, lit, chosen)
        if exhibit.credit:
            st.caption(f":small[{safe.markdown(exhibit.credit)}]")
        more = st.expander(
            BEHIND_MODEL if exhibit.figure.code else BEHIND, key=f"{key}-more", on_change="rerun", type="compact"
        )
        if more.open:
            with more:
                _more(exhibit, key, lit, [sentence] if sentence else [])


def _chart(exhibit: figures.Exhibit, key: str, lit: str | None, chosen: Chosen | None) -> None:
    """Draw the chart, in which a click chooses a study where marks belong to one."""
    specification = exhibit.specification()
    drawn: list[dict[str, Any]] = []
    if any(parameter["name"] == STUDY for parameter in specification.get("params", [])):

        def light(key: str) -> None:
            study.pick(control.picked(key, STUDY, drawn).get("publication"), exhibit.choice.source)

        chosen = STUDY, light
    selection: Any = {"selection_mode": chosen[0], "on_select": partial(chosen[1], key)} if chosen else {}
    chart: Any = st.vega_lite_chart(exhibit.lit(lit), specification, width="stretch", key=key, **selection)
    if chosen:
        drawn += chart["selection"][chosen[0]] or []


def _more(exhibit: figures.Exhibit, key: str, lit: str | None, above: list[str]) -> None:
    """Draw what is behind a figure.

    Args:
        lit: the study that is lit, in its picture too.
        above: what stands first below the title of its picture.
    """
    rows, drawing, options, title = exhibit.rows(), exhibit.figure.chart, exhibit.options(), exhibit.title
    notes = [*above, *([f"Lit: {lit}."] if lit else []), *exhibit.notes]
    if exhibit.detail:
        st.caption(safe.markdown(exhibit.detail), help=glossary.help_for(exhibit.detail))
    with st.container(horizontal=True, gap="small"):
        csv = f"{key}.csv"
        download.button(f"CSV ({len(rows)} rows)", lambda: download.text(rows), csv, "text/csv", f"{key}-{csv}")
        for kind, mime in [("svg", "image/svg+xml"), ("png", "image/png")]:
            picture = partial(_picture, kind, drawing, exhibit.lit(lit).to_pandas(), options, title, notes)
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
