"""The statements of the paper, each recomputed by its query, with verdict, explanation and the rows behind it."""

from typing import Any
from urllib.parse import urlencode

import pandas as pd
import streamlit as st

import queries
from widgets import figure

FAILED = "could not be recomputed"
# The topic that holds the statements of the news item; all others are the paper's.
NEWS = "News item"
# Each verdict has words, a mark and a colour, so that none of them carries it alone.
ICONS = {
    "agrees": ":material/check_circle:",
    "agrees within rounding": ":material/done:",
    "differs": ":material/change_history:",
    "cannot be checked": ":material/help:",
    FAILED: ":material/warning:",
}
COLOURS = {
    "agrees": "green",
    "agrees within rounding": "green",
    "differs": "orange",
    "cannot be checked": "gray",
    FAILED: "red",
}
VERBS = {
    "agrees": "agree",
    "agrees within rounding": "within rounding",
    "differs": "differ",
    "cannot be checked": "cannot be checked",
    FAILED: FAILED,
}
BASES = {
    "paper alone": "Rests on the paper alone.",
    "other publication": "Rests on another publication as well.",
    "news item and paper": "Rests on the news item and the paper alone.",
    "inference": "**Rests on an inference**, which no source prints.",
}
PRINTED = {
    "study": "Study", "patients": "Patients", "age": "Age (yr)", "dose": "Dose", "therapy_length": "Therapy length",
    "total_ige": "Total IgE", "tryptase": "Tryptase", "source": "Source",
}  # fmt: skip
CITED = {"told": "What it tells", "source": "Source"}


def checked() -> pd.DataFrame:
    """Give every statement with what its query finds; a query that fails leaves its error in its own row alone."""
    rows = queries.run("paper/claims")
    return pd.concat([rows, pd.DataFrame([_answer(claim_id) for claim_id in rows["claim_id"]])], axis=1)


def _answer(claim_id: str) -> dict[str, Any]:
    failed = {"recomputed": "no answer", "verdict": FAILED, "affected": [], "rows_of": ""}
    try:
        found = queries.run(f"claims/{claim_id}")
    except (queries.QueryError, KeyError) as error:  # a KeyError: the query asks for a value that no statement has
        return {**failed, "error": str(error)}
    if len(found) != 1:
        return {**failed, "error": f"The query gives {len(found)} rows in place of one."}
    answer = found.iloc[0].to_dict()
    if missing := [name for name in failed if name not in answer or answer[name] is None or answer[name] is pd.NA]:
        return {**failed, "error": f"The query gives no {' and no '.join(missing)}."}
    if answer["verdict"] not in COLOURS:
        return {
            **failed,
            "error": f"The query gives the verdict {answer['verdict']!r}; use one of {', '.join(list(COLOURS)[:-1])}.",
        }
    return {**{name: answer[name] for name in failed}, "affected": [int(row) for row in answer["affected"]], "error": ""}


def summary(rows: pd.DataFrame) -> str:
    """Give the verdicts of all statements, counted in one sentence for the paper and one for the news item."""
    news = rows["topic"] == NEWS
    told = {name: part["verdict"].value_counts() for name, part in [("Paper", rows[~news]), ("News", rows[news])]}
    return " ".join(
        f"{name}: {', '.join(f'{counts[verdict]} {verb}' for verdict, verb in VERBS.items() if verdict in counts)}."
        for name, counts in told.items()
    )


def placed(_: pd.DataFrame) -> pd.DataFrame:
    """Give every statement with its verdict and its place within its topic, for the figure of verdicts."""
    rows = checked().drop(columns=["affected"])
    rows["position"] = rows.groupby("topic", sort=False).ngroup()
    rank = rows["verdict"].map({verdict: rank for rank, verdict in enumerate(VERBS)})
    rows = rows.assign(rank=rank).sort_values(["position", "rank"], kind="stable")
    return rows.assign(place=rows.groupby("topic", sort=False).cumcount() + 1)


def shown(rows: pd.DataFrame, checks: list[str], topics: list[str], claim: str | None) -> pd.DataFrame:
    """Give the statements that are chosen: one by its title, or those of the verdicts and topics; an empty choice keeps all."""
    if claim in set(rows["title"]):
        return rows[rows["title"] == claim]
    kept = rows["verdict"].isin(checks) | (not checks)
    return rows[kept & (rows["topic"].isin(topics) | (not topics))]


def draw(row: Any, alone: bool) -> None:
    """Draw one statement, folded to its heading unless it is the only one.

    Args:
        row: one row of :func:`checked`.
        alone: whether it is shown open, by its own address.
    """
    label = " · *inference*" if row.basis == "inference" else ""
    told = f"**{row.title}** · {row.stated} → {row.recomputed} · :{COLOURS[row.verdict]}[{row.verdict}]{label}"
    if alone:
        with st.container(border=True):
            st.markdown(f"{ICONS[row.verdict]} {told}")
            _detail(row)
        return
    box = st.expander(told, key=f"claim-{row.claim_id}", icon=ICONS[row.verdict], on_change="rerun")
    if box.open:
        with box:
            _detail(row)


def _detail(row: Any) -> None:
    figure.note(row.title, f"claims/{row.claim_id}", {})
    st.markdown(
        f"{row.statement} *({row.place})*\n\n"
        f"- Stated: {row.stated}\n- Recomputed: {row.recomputed}\n- Verdict: {row.verdict}. {BASES[row.basis]}\n\n{row.explanation}"
    )
    if row.error:
        st.error("The query of this statement fails; the other statements are not affected.", icon=ICONS[FAILED])
        st.code(row.error, language=None, wrap_lines=True)
    if row.affected:
        _table(queries.run("paper/printed", rows=row.affected), PRINTED, "Rows of Table 1, as printed")
    if row.rows_of:
        _table(queries.run("paper/cited", rows_of=row.rows_of), CITED, "Other rows behind it")
    st.caption(f"Source: {row.source}. The SQL below runs on the database that “About the data” offers.")
    st.code(queries.text(f"claims/{row.claim_id}"), language=None, wrap_lines=True)
    st.markdown(f"[Address of this statement](?{urlencode({'claim': row.title})})")


def _table(rows: pd.DataFrame, columns: dict[str, str], title: str) -> None:
    st.caption(title)
    st.table(rows[list(columns)].rename(columns=columns), hide_index=True, alt=title)
