"""What is said of two groups of patients side by side."""

import pandas as pd

import filters
import queries
from data.source import Choice
from words.counts import up_to

SIDES = {"left": "A", "right": "B"}


def name(choice: Choice) -> str:
    """Give one side in words, such as "under 18 years, systemic mastocytosis"."""
    phrases = ", ".join(filters.phrases(choice).values()) or "all patients"
    return phrases if filters.counts_possible(choice) else f"{phrases}, certain matches only"


def sentence(left: Choice, right: Choice) -> str:
    """Give both sides in words, as one line."""
    return f"A: {name(left)}. B: {name(right)}."


def assessed(rows: pd.DataFrame, sides: tuple[str, str] = ("A", "B")) -> str:
    """Give in how many patients total IgE was assessed on either side, as a title.

    Args:
        rows: ``comparison/proportions``.
        sides: what the two sides are called.
    """
    names = dict(zip(SIDES.values(), sides, strict=True))
    counts = [
        f"{row.counts} patients in {names[row.side]}" if sides == ("A", "B") else f"{row.counts} {names[row.side]}"
        for row in rows.itertuples()
        if row.property == "Total IgE assessed" and row.patients
    ]
    return (
        f"Total immunoglobulin E (IgE) was assessed in {' and '.join(counts)}" if counts else "Nobody is surely in either side"
    )


def treatment(rows: pd.DataFrame, counts: pd.DataFrame) -> str:
    """Give the dose that is printed for most patients surely in each side, as a title.

    Args:
        rows: ``comparison/profile`` with the doses.
        counts: ``comparison/counts`` of the same sides.
    """
    doses = rows[(rows["topic"] == "Dose per injection") & (rows["verdict"] == "certain")]
    surely = counts[counts["unit"] == "patients"].set_index("side")["certain"]
    parts = []
    for side, group in doses.groupby("side"):
        most = group["patients"].max()
        values = " and ".join(group.loc[group["patients"] == most, "value"])
        parts.append(f"{values} for {most} of {surely[side]} patients surely in {side}")
    return f"Most often printed: {', '.join(parts)}" if parts else "Nobody is surely in either side"


def patients(rows: pd.DataFrame) -> str:
    """Give how many ages are only a range on each side, as a title.

    Args:
        rows: ``comparison/profile`` with what is printed of the age.
    """
    ranges = rows[rows["value"] == "a range only"].drop_duplicates("side")
    text = " and ".join(f"{row.bounds} patients in {row.side}" for row in ranges.itertuples())
    if text:
        return f"Only a range is printed of the age of {text}"
    return "Every age on both sides is exact" if rows["patients"].any() else "Nobody matches on either side"


def intervals(rows: pd.DataFrame, method: str) -> str:
    """Give what the intervals of shares mean, or why there is none.

    Args:
        rows: ``comparison/proportions`` with their intervals.
        method: how these were computed.
    """
    if has_interval(rows):
        return f"Line: 95 % {method} interval, only where each patient counted has a table row alone."
    return "No interval: patients of one table row share what is printed, so they are not independent."


def has_interval(rows: pd.DataFrame) -> bool:
    """Say whether some share of ``comparison/proportions`` has an interval: a certain count of patients alone in their rows."""
    certain = (rows["patients"] > 0) & (rows["holders"] == rows["holders_at_most"])
    return bool((certain & rows["alone"].astype(bool)).any())


def pediatric(choice: Choice) -> str:
    """Give what pediatric can mean, with both counts, as Markdown."""
    parts = [
        f"**{row.definition}**: {up_to(row.certain, row.at_most)} patients"
        for row in queries.run("comparison/definitions", choice).itertuples()
    ]
    return f"Pediatric can mean two things: {'; '.join(parts)}."


def no_test(choice: Choice) -> str:
    """Give why no significance test is made, as Markdown."""
    rows = queries.run("literature/publications", Choice(choice.source))
    held = f"{rows['publication_patients'].iloc[0]} of {rows['at_most'].iloc[0]}" if len(rows) else "many"
    return (
        "**Why no significance test.** A test asks whether a difference could be chance among comparable samples. These "
        "patients "
        f"were not sampled: somebody chose to publish them, and {held} stand in one publication. A publication that prints "
        "one age "
        "range and, for each biomarker, one direction for all of its patients leaves open on which side they stand. A p-value "
        "would look exact and mean nothing. An interval, drawn only where each patient has a table row alone, shows how little "
        "few patients can tell."
    )
