"""What is said of the findings of other publications: titles from their rows, a readable list, and whom to cite."""

from typing import Any

import pandas as pd

from data.notation import written

COUNTED = ["certain", "possible", "child"]
KEY = (
    "Blue: certain. Faint or grey: possible, not reported or excluded. Orange: the child. Denominators differ; "
    "nothing is pooled."
)  # fmt: skip
MAP_KEY = "Solid: some patients for certain. Dashed: possible ones only. Dotted: none."
CITATION = "MastoScope, findings read in abstracts and openings; the source of each row stands in its column"


def sources(rows: pd.DataFrame) -> list[str]:
    """Give whom a figure of findings draws on, a line each."""
    return [f"Source: {source}" for source in rows["source"].drop_duplicates()]


def responses(rows: pd.DataFrame) -> str:
    """Give how many studies count responses, and on what denominators, as a title.

    Args:
        rows: the rows of ``outcomes/responses``, possibly none.
    """
    kept = rows[rows["verdict"].isin(COUNTED)]
    if kept.empty:
        return "No counted response matches the filters"
    largest = kept["group_patients"].max()
    sizes = f"{written(kept['group_patients'].min(), largest)} {'patient' if largest == 1 else 'patients'}"
    studies = kept["publication"].nunique()
    return f"{studies} {'publication counts' if studies == 1 else 'publications count'} responses, in groups of {sizes}"


def trial(rows: pd.DataFrame) -> str:
    """Give the two baselines of the trial and what its tests said, as a title.

    Args:
        rows: the rows of ``outcomes/trial``, possibly none.
    """
    before = rows[(rows["occasion_order"] == 1) & rows["verdict"].isin(COUNTED)]
    if before.empty:
        return "The randomised trial does not match the filters"
    return f"The trial found no significant difference; its arms began at {' and '.join(before['printed'])} points"


def tests(rows: pd.DataFrame) -> str:
    """Give what the trial's tests printed and how to read its two arms, as a caption.

    Args:
        rows: the rows of ``outcomes/trial``, possibly none.
    """
    printed = f"Printed in the abstract: {rows['tests'].iloc[0]}. " if len(rows) else ""
    return (
        f"{printed}Solid with circles: omalizumab; dashed with squares: placebo. The arms began so far apart that their falls "
        "cannot be compared directly. AFIRMM is a symptom score, named so in the abstract. The table prints another number of "
        "patients "
        "and another dose for this trial (see all findings)."
    )


def resolution(rows: pd.DataFrame) -> str:
    """Give the span of complete resolution over the symptoms, as a title.

    Args:
        rows: the rows of ``outcomes/resolution``, possibly none.
    """
    kept = rows.loc[rows["verdict"].isin(COUNTED), "share_percent"]
    if kept.empty:
        return "The systematic review does not match the filters"
    return f"Complete resolution: {written(kept.min(), kept.max())} % by symptom, denominators not given"


def harms(rows: pd.DataFrame) -> str:
    """Give how many safety findings are counted and how many of them are above zero, as a title.

    Args:
        rows: the rows of ``outcomes/harms``, possibly none.
    """
    kept = rows[rows["verdict"].isin(COUNTED)]
    if kept.empty:
        return "No safety finding matches the filters"
    counted = kept[kept["counted"].astype(bool)]
    above = (counted["patients"] > 0).sum()
    return f"Events are counted in {len(counted)} of {len(kept)} safety findings, and are above zero in {above}"


def gaps(rows: pd.DataFrame) -> str:
    """Give how many cells of the map are empty, as a title.

    Args:
        rows: the rows of ``outcomes/gaps``.
    """
    return f"{(rows['at_most'] == 0).sum()} of {len(rows)} cells of age, disease and dose hold no patient"


def silent(rows: pd.DataFrame, counts: pd.DataFrame, possible: bool) -> str:
    """Give how many counted publications and patients of Table 1 have no outcome facts, and which, as a sentence.

    Args:
        rows: the rows of ``outcomes/silent``, possibly none.
        counts: the rows of ``literature/counts`` under the same filter.
        possible: whether possible matches count.
    """
    if rows.empty:
        return "No publication that matches the filters is without outcome facts here."
    whole = counts.set_index("unit")
    matching = whole.loc["publications", ["certain", "possible"] if possible else ["certain"]].sum()
    certain, at_most = rows["all_certain"].iloc[0], rows["all_at_most"].iloc[0]
    patients = f"{certain} of {whole.loc['patients', 'total']} patients" + (f", up to {at_most}" if at_most > certain else "")
    names = ", ".join(f"{row.publication} ({written(row.certain, row.at_most)})" for row in rows.itertuples())
    return (
        f"{len(rows)} of {matching} publications of Table 1 that match the filters, with {patients}, have no outcome facts "
        "here; "
        f"they were not read beyond what the table prints: {names}."
    )


def listed(rows: pd.DataFrame) -> str:
    """Give findings as a Markdown list: what was seen in whom, what it does to the paper, and where it stands."""
    return "\n".join(f"- {_line(row)}" for row in rows.itertuples()) or "No such finding matches the filters."


def _line(row: Any) -> str:
    count = ""
    if pd.notna(row.patients):
        count = f", {row.patients:g}" + (f" of {row.group_patients:g}" if pd.notna(row.group_patients) else "")
    result = "" if row.result[0].isdigit() else f": {row.result}"
    return (
        f"**{row.publication}, {row.group_name}{count}.** {row.measure[0].upper()}{row.measure[1:]}{result}. {row.note}  \n"
        f"*{row.bearing.capitalize()}:* {row.bearing_note}  \n:gray[{row.source} · read: {row.status} · {row.verdict}]"
    )
