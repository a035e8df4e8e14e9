"""The statements of the paper, each recomputed by its query, with verdict, explanation and the rows behind it."""

from typing import Any

import pandas as pd

import queries
from data.source import Choice

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


def checked(choice: Choice) -> pd.DataFrame:
    """Give every statement with what its query finds; a query that fails leaves its error in its own row alone."""
    rows = queries.run("paper/claims", choice)
    return pd.concat([rows, pd.DataFrame([_answer(claim_id, choice) for claim_id in rows["claim_id"]])], axis=1)


def _answer(claim_id: str, choice: Choice) -> dict[str, Any]:
    failed = {"recomputed": "no answer", "verdict": FAILED, "affected": [], "rows_of": ""}
    try:
        found = queries.run(f"claims/{claim_id}", choice)
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


def placed(choice: Choice) -> pd.DataFrame:
    """Give every statement with its verdict and its place within its topic, for the figure of verdicts."""
    rows = checked(choice).drop(columns=["affected"])
    rows["position"] = rows.groupby("topic", sort=False).ngroup()
    rank = rows["verdict"].map({verdict: rank for rank, verdict in enumerate(VERBS)})
    rows = rows.assign(rank=rank).sort_values(["position", "rank"], kind="stable")
    return rows.assign(place=rows.groupby("topic", sort=False).cumcount() + 1)
