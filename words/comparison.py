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
        f"{row.counts} in {names[row.side]}" if sides == ("A", "B") else f"{row.counts} {names[row.side]}"
        for row in rows.itertuples()
        if row.property == "Total IgE assessed" and row.patients
    ]
    return (
        f"Total immunoglobulin E (IgE) was assessed in {' and '.join(counts)}" if counts else "Nobody is surely in either side"
    )


def treatment(rows: pd.DataFrame) -> str:
    """Give the dose that the reports surely in each side print most often, as a title.

    Args:
        rows: ``comparison/profile`` with the doses.
    """
    doses = rows[(rows["topic"] == "Dose per injection") & (rows["verdict"] == "certain")]
    parts = []
    for side, group in doses.groupby("side"):
        most = group["reports"].max()
        values = " and ".join(group.loc[group["reports"] == most, "value"])
        parts.append(f"{values} in {most} of {group['reports'].sum()} reports surely in {side}")
    return f"Most often printed: {', '.join(parts)}" if parts else "Nobody is surely in either side"


def patients(rows: pd.DataFrame) -> str:
    """Give how many ages are only a range on each side, as a title.

    Args:
        rows: ``comparison/profile`` with what is printed of the age.
    """
    ranges = rows[rows["value"] == "a range only"].drop_duplicates("side")
    text = " and ".join(f"{row.bounds} reports in {row.side}" for row in ranges.itertuples())
    if text:
        return f"Only a range is printed of the age of {text}"
    return "Every age on both sides is exact" if rows["reports"].any() else "Nobody matches on either side"


def pediatric(choice: Choice) -> str:
    """Give what pediatric can mean, with both counts, as Markdown."""
    parts = [
        f"**{row.definition}**: {up_to(row.certain, row.at_most)}"
        for row in queries.run("comparison/definitions", choice).itertuples()
    ]
    return f"Pediatric can mean two things: {'; '.join(parts)}."


def no_test(choice: Choice) -> str:
    """Give why no significance test is made, as Markdown."""
    rows = queries.run("literature/publications", Choice(choice.source))
    held = f"{rows['publication_patients'].iloc[0]} of {rows['at_most'].iloc[0]}" if len(rows) else "many"
    return (
        "**Why no significance test.** A test asks whether a difference could be chance among comparable samples. These patients "
        f"were not sampled: somebody chose to publish them, and {held} stand in one publication. A publication that prints one age "
        "range and, for each biomarker, one direction for all of its patients leaves open on which side they stand. A p-value "
        "would look exact and mean nothing. Intervals show how little few patients can tell."
    )
