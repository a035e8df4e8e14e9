"""The statements of the paper: what each query finds, the verdict on it, and the words and places for both."""

from numbers import Real
from typing import Any

import numpy as np
import pandas as pd
import pyarrow as pa

import queries
from data.source import Choice

FAILED = "could not be recomputed"
# The topic that holds the statements of the news item; all others are the paper's.
NEWS = "News item"
# Each verdict with its sign and its word in a sum, in the order of the figure; only a fault of ours gives the last.
SIGNS = {"agrees": "=", "agrees within rounding": "≈", "differs": "≠", "cannot be checked": "?", FAILED: "!"}
VERBS = {
    "agrees": "agree",
    "agrees within rounding": "within rounding",
    "differs": "differ",
    "cannot be checked": "cannot be checked",
    FAILED: FAILED,
}
VERDICTS = list(VERBS)[:4]
JUDGED = "our judgement"
# What a journal club needs first: what the conclusion rests on, the strength it names that its own text takes back, and the
# one false sentence about safety.
FIRST = ["effective_for_children", "steroid_end", "side_effects_in_literature"]
BASES = {
    "paper alone": "Rests on the paper alone.",
    "other publication": "Rests on another publication as well.",
    "news item and paper": "Rests on the news item and the paper alone.",
    "inference": "**Rests on an inference**, which no source prints.",
}
# The same in a sum of differences.
ON = {
    "paper alone": "rest on the paper alone", "other publication": "on another publication", "inference": "on an inference",
    "news item and paper": "on the news item",
}  # fmt: skip
# What the answer of a query must hold, by the rule that makes the verdict.
NEEDED = {"number": ["recomputed", "found"], "holds": ["recomputed", "holds"], "judgement": ["recomputed"]}
KINDS: dict[str, tuple[type, ...]] = {"recomputed": (str,), "found": (Real,), "holds": (bool, np.bool_)}


def checked(choice: Choice) -> pd.DataFrame:
    """Give every statement with what its query finds; a query that fails leaves its error in its own row alone.

    The tables never change, so it is worked out once for a source.
    """
    table: pa.Table = choice.source.answers.get("claims", lambda: pa.Table.from_pandas(_checked(choice), preserve_index=False))
    rows: pd.DataFrame = table.to_pandas()
    return rows


def _checked(choice: Choice) -> pd.DataFrame:
    rows = queries.run("paper/claims", choice)
    answers = pd.DataFrame([_answer(row, choice) for row in rows.itertuples()], index=rows["claim_id"])
    # A number that was not found is no number at all, which pandas would make it.
    good = answers[answers["error"] == ""].astype(object).where(answers.notna(), None)
    verdicts = queries.run(
        "paper/verdicts", choice, claim_ids=list(good.index), found=list(good["found"]), holds=list(good["holds"])
    ).set_index("claim_id")["verdict"]
    answers["verdict"] = verdicts.reindex(answers.index, fill_value=FAILED)
    return rows.join(answers[["recomputed", "verdict", "error"]], on="claim_id")


def values(row: Any) -> dict[str, Any]:
    """Give what a query may ask of its statement: the number and the words that it states, a limit, and a key."""
    number, limit = (None if pd.isna(value) else float(value) for value in [row.stated_value, row.threshold])
    return {"stated": number, "stated_words": row.stated, "threshold": limit, "key": row.key}


def _answer(row: Any, choice: Choice) -> dict[str, Any]:
    failed = {"recomputed": "no answer", "found": None, "holds": None}
    try:
        found = queries.run(f"claims/{row.query}", choice, **values(row))
    except (queries.QueryError, KeyError, FileNotFoundError) as error:  # a KeyError: it asks for what no statement has
        return {**failed, "error": str(error)}
    if len(found) != 1:
        return {**failed, "error": f"The query gives {len(found)} rows in place of one."}
    answer = {name: None if pd.isna(value) else value for name, value in found.iloc[0].to_dict().items()}
    needed = NEEDED[row.rule]
    if missing := [name for name in needed if name not in answer or (name == "recomputed" and answer[name] is None)]:
        return {**failed, "error": f"The query gives no {' and no '.join(missing)}."}
    for name, kinds in KINDS.items():
        if answer.get(name) is not None and not isinstance(answer[name], kinds):
            return {**failed, "error": f"The query gives {answer[name]!r} as {name}, which is of another kind."}
    number, holds = answer.get("found"), answer.get("holds")
    return {
        "recomputed": answer["recomputed"],
        "found": None if number is None else float(number),
        "holds": None if holds is None else bool(holds),
        "error": "",
    }


def summary(rows: pd.DataFrame) -> str:
    """Give the verdicts of all statements, counted in one sentence for the paper and one for the news item."""
    news = rows["topic"] == NEWS
    counts = {name: part["verdict"].value_counts() for name, part in [("Paper", rows[~news]), ("News", rows[news])]}
    return " ".join(
        f"{name}: {', '.join(f'{count[verdict]} {verb}' for verdict, verb in VERBS.items() if verdict in count)}."
        for name, count in counts.items()
    )


def findings(choice: Choice) -> str:
    """Give the three findings that matter to who treats children, in one sentence."""
    [found] = queries.ask("paper/findings", choice).to_pylist()
    children = "one child" if found["children"] == 1 else f"{found['children']:g} children"
    return (
        f"The headline rests on {children}; steroids ended later than the abstract says; {found['withdrew']:g} of "
        f"{found['evaluated']} withdrew for side effects"
    )


def made_by(row: Any) -> str:
    """Give what makes the verdict on a statement: a computation, or our judgement and why."""
    return f"**Our judgement**: {row.judgement}" if row.judgement else "Computed from the rows below."


def bases(rows: pd.DataFrame) -> str:
    """Give what the differences of the paper's own statements rest on, as a sentence.

    Args:
        rows: statements with their verdicts.
    """
    differing = rows.loc[(rows["verdict"] == "differs") & (rows["topic"] != NEWS), "basis"].value_counts()
    parts = ", ".join(f"{count} {ON[basis]}" for basis, count in differing.items())
    return f"Of {differing.sum()} statements that differ, {parts}."


def placed(choice: Choice) -> pd.DataFrame:
    """Give statements with their verdicts and their places within their topics, for the figure of verdicts."""
    rows = checked(choice)
    rows["position"] = rows.groupby("topic", sort=False).ngroup()
    rank = rows["verdict"].map({verdict: rank for rank, verdict in enumerate(VERBS)})
    rows = rows.assign(rank=rank).sort_values(["position", "rank"], kind="stable")
    return rows.assign(place=rows.groupby("topic", sort=False).cumcount() + 1)


def chosen(rows: pd.DataFrame, verdicts: list[str], topics: list[str], title: str | None) -> pd.DataFrame:
    """Give the statements that are chosen: one by its title, or those of the verdicts and topics; an empty choice keeps all."""
    if title in set(rows["title"]):
        return rows[rows["title"] == title]
    right = rows["verdict"].isin(verdicts) | (not verdicts)
    return rows[right & (rows["topic"].isin(topics) | (not topics))]


def labelled(rows: pd.DataFrame) -> pd.DataFrame:
    """Give statements as a table to read: the verdict with its sign, and whether it is our judgement or an inference."""
    inference = rows["basis"].map({"inference": "inference"}).fillna("")
    return rows.assign(
        verdict=rows["verdict"].map(SIGNS) + " " + rows["verdict"],
        rests_on=inference.where(rows["judgement"] == "", JUDGED),
    )
