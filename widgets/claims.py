"""The statements of the paper: all of them in one table, and the opened one in full."""

from functools import partial
from typing import Any
from urllib.parse import urlencode

import pandas as pd
import streamlit as st

import queries
from data.source import Choice
from widgets import figure
from words import claims, safe

# Each verdict has words, a mark and a colour, so that none of them carries it alone.
ICONS = {
    "agrees": ":material/check_circle:",
    "agrees within rounding": ":material/done:",
    "differs": ":material/change_history:",
    "cannot be checked": ":material/help:",
    claims.FAILED: ":material/warning:",
}
COLOURS = {
    "agrees": "green",
    "agrees within rounding": "green",
    "differs": "violet",
    "cannot be checked": "gray",
    claims.FAILED: "red",
}
# The first two fill a phone.
COLUMNS = {
    "verdict": st.column_config.TextColumn("Verdict", width=160),
    "title": st.column_config.TextColumn("Statement", width=200),
    "stated": st.column_config.TextColumn("Stated", width=150),
    "recomputed": st.column_config.TextColumn("Recomputed", width=320),
    "rests_on": st.column_config.TextColumn("Rests on", width=110, help="An inference is ours: no source prints it. A "
                                            "judgement is ours where nothing can be computed"),
    "topic": st.column_config.TextColumn("Topic", width=150),
}  # fmt: skip
PRINTED = {
    "study": "Study", "patients": "Patients", "age": "Age (yr)", "dose": "Dose", "therapy_length": "Therapy length",
    "total_ige": "Total IgE", "tryptase": "Tryptase", "source": "Source",
}  # fmt: skip
CITED = {"text": "What it tells", "source": "Source"}


def listed(rows: pd.DataFrame) -> Any:
    """Draw statements as a table and give the opened one, or None where none is open or it is not among them.

    A selection counts rows, and another choice puts other statements there. So the statement is what is remembered, and the
    selection follows it; one table for every choice is also much faster than a new one.

    Args:
        rows: rows of :func:`words.claims.checked`, at least one.
    """
    titles = list(rows["title"])
    title = st.session_state.get("opened")
    places = [titles.index(title)] if title in titles else []
    if st.session_state.get("statements", {"selection": {"rows": []}})["selection"]["rows"] != places:
        st.session_state["statements"] = {"selection": {"rows": places}}
    st.dataframe(
        claims.labelled(rows)[list(COLUMNS)], hide_index=True, column_config=COLUMNS, placeholder="", key="statements",
        height=min(420, 38 + 35 * len(rows)), on_select=partial(_open, titles), selection_mode="single-row",
        alt="Statements with their verdicts",
    )  # fmt: skip
    return next(rows.iloc[places].itertuples(), None)


def first(rows: pd.DataFrame) -> None:
    """Draw the statements of the three findings with what was found and the way to each."""
    for row in rows.set_index("claim_id").loc[claims.FIRST].itertuples():
        st.markdown(f"- Stated: {row.statement} *({row.place})* **Found: {row.recomputed}.** [{row.title}]({_address(row)})")


def _address(row: Any) -> str:
    return f"?{urlencode({'claim': row.title})}"


def _open(titles: list[str]) -> None:
    picked = [row for row in st.session_state["statements"]["selection"]["rows"] if row < len(titles)]
    if picked or st.session_state.get("opened") in titles:  # else it was the list that let go of the opened statement
        st.session_state["opened"] = titles[picked[0]] if picked else None


def opened(row: Any, choice: Choice) -> None:
    """Draw one statement in full.

    Args:
        row: one row of :func:`words.claims.checked`.
    """
    flag = " · *inference*" if row.basis == "inference" else ""
    heading = f"**{row.title}** · {row.stated} → {row.recomputed} · :{COLOURS[row.verdict]}[{row.verdict}]{flag}"
    query, values = f"claims/{row.query}", claims.values(row)
    if not row.error:  # what is no SQL can be shown, but not bound to its values
        figure.note(row.title, query, choice, values)
    with st.container(border=True):
        st.markdown(f"{ICONS[row.verdict]} {heading}")
        st.markdown(
            f"{row.statement} *({row.place})*\n\n- Stated: {row.stated}\n- Recomputed: {row.recomputed}\n"
            f"- Verdict: {row.verdict}. {claims.made_by(row)} {claims.BASES[row.basis]}\n\n{row.explanation}"
        )
        if row.error:
            st.error("The query of this statement fails; the other statements are not affected.", icon=ICONS[claims.FAILED])
            st.code(row.error, language=None, wrap_lines=True)
        _table(queries.run("paper/printed", choice, claim_id=row.claim_id), PRINTED, "Rows of Table 1, as printed")
        _table(queries.run("paper/cited", choice, claim_id=row.claim_id), CITED, "Other rows behind it")
        st.caption(f"Source: {row.source}. The SQL below runs on the database that “About the data” offers.")
        st.code(queries.text(query) if row.error else queries.runnable(query, choice, **values), language=None, wrap_lines=True)
        st.markdown(f"[Address of this statement]({_address(row)})")


def _table(rows: pd.DataFrame, columns: dict[str, str], title: str) -> None:
    if len(rows):
        st.caption(title)
        st.table(rows[list(columns)].rename(columns=columns).map(_shown), hide_index=True, alt=title)


def _shown(cell: object) -> object:
    return safe.markdown(cell) if isinstance(cell, str) else cell
