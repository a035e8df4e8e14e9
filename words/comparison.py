"""What is said of two groups of patients side by side."""

from typing import Any

import filters
import queries
from data.source import Choice
from queries import Objects
from words.counts import up_to

SIDES = {"left": "A", "right": "B"}


def name(choice: Choice) -> str:
    """Give one side in words, such as "under 18 years, systemic mastocytosis"."""
    phrases = ", ".join(filters.phrases(choice).values()) or "all patients"
    return phrases if filters.counts_possible(choice) else f"{phrases}, certain matches only"


def sentence(left: Choice, right: Choice) -> str:
    """Give both sides in words, as one line."""
    return f"A: {name(left)}. B: {name(right)}."


def names(choice: Choice) -> tuple[str, str]:
    """Give what two sides are called: by their group where they differ in nothing else, and else A and B.

    Args:
        choice: both sides as one, as ``filters.sides`` gives them.
    """
    left, right = filters.active(choice).get("sides", ({}, {}))
    differ = {key for key in {*left, *right} if left.get(key) != right.get(key)}
    if len(differ) == 1 and (key := differ.pop()) in ("age_group", "disease") and key in left and key in right:
        return str(left[key]).capitalize(), str(right[key]).capitalize()
    return "A", "B"


def _in(name: str) -> str:
    """Give the patients of a side by its name: "pediatric patients", or "patients in A"."""
    return f"patients in {name}" if len(name) == 1 else f"{name.lower()} patients"


def apart(rows: Objects, sides: tuple[str, str]) -> str:
    """Give the property whose share differs most between the two sides, as a title, where both shares are known.

    Args:
        rows: ``comparison/proportions`` with their shares; sides: what the two are called.
    """
    pairs: dict[str, dict[str, Any]] = {}
    for row in rows:
        if row.patients and row.holders == row.holders_at_most:
            pairs.setdefault(row.property, {})[row.side] = row
    both = {name: (pair["A"], pair["B"]) for name, pair in pairs.items() if len(pair) == 2}
    if not both:
        return "No share is known for certain on both sides"
    most = max(
        both,
        key=lambda name: abs(both[name][0].holders / both[name][0].patients - both[name][1].holders / both[name][1].patients),
    )
    left, right = both[most]
    return f"{most}: {left.counts} {_in(sides[0])}, {right.counts} {_in(sides[1])} for certain"


def assessed(rows: Objects, sides: tuple[str, str] = ("A", "B")) -> str:
    """Give in how many patients total IgE was assessed on either side, as a title.

    Args:
        rows: ``comparison/proportions``.
        sides: what the two sides are called.
    """
    names = dict(zip(SIDES.values(), sides, strict=True))
    counts = [
        f"{row.counts} patients in {names[row.side]}" if sides == ("A", "B") else f"{row.counts} {names[row.side]}"
        for row in rows
        if row.property == "Total IgE assessed" and row.patients
    ]
    return (
        f"Total immunoglobulin E (IgE) was assessed in {' and '.join(counts)}"
        if counts
        else "Nobody is on either side for certain"
    )


def on_dose(children: Choice, dose: int) -> str:
    """Give how many of the sure children got a dose, and how many of those who may be children may have, as a title.

    Args:
        children: the choice of children; dose: of an injection in mg.

    Returns:
        Nothing where the source has no such dose, or the choice asks for other ones.
    """
    low, high = filters.active(children).get("dose", [dose, dose])
    if dose not in children.source.limits.of("dose") or not low <= dose <= high:
        return ""
    everybody, treated = (
        next(row for row in queries.objects("literature/counts", choice) if row.unit == "patients")
        for choice in [children, filters.changed(children, dose=[dose, dose])]
    )
    text = f"Of {everybody.certain} sure children {treated.certain} got {dose} mg"
    return f"{text}; up to {treated.certain + treated.possible} of {everybody.certain + everybody.possible} may have"


def treatment(rows: Objects, counts: Objects, sides: tuple[str, str]) -> str:
    """Give the dose that is printed for most patients surely in each side, as a title.

    Args:
        rows: ``comparison/profile`` with the doses.
        counts: ``comparison/counts`` of the same sides.
        sides: what the two are called.
    """
    called = dict(zip(SIDES.values(), sides, strict=True))
    doses = [row for row in rows if row.topic == "Dose per injection" and row.verdict == "certain"]
    surely = {row.side: row.certain for row in counts if row.unit == "patients"}
    parts = []
    for side in sorted({row.side for row in doses}):
        most = max(row.patients for row in doses if row.side == side)
        values = " and ".join(row.value for row in doses if row.side == side and row.patients == most)
        parts.append(f"{values} for {most} of {surely[side]} {_in(called[side])}")
    return f"Most common dose: {', '.join(parts)}" if parts else "Nobody is on either side for certain"


def patients(rows: Objects, sides: tuple[str, str]) -> str:
    """Give how many ages are only a range on each side, as a title.

    Args:
        rows: ``comparison/profile`` with what is printed of the age; sides: what the two are called.
    """
    called = dict(zip(SIDES.values(), sides, strict=True))
    ranges = {row.side: row.bounds for row in rows if row.value == "a range only"}
    text = " and ".join(f"{bounds} {_in(called[side])}" for side, bounds in ranges.items())
    if text:
        return f"The exact age of {text} is not printed"
    return "Every age on both sides is exact" if any(row.patients for row in rows) else "Nobody matches on either side"


def intervals(rows: Objects, method: str) -> str:
    """Give what the intervals of shares are, where there are any.

    Args:
        rows: ``comparison/proportions`` with their intervals.
        method: how these were computed.
    """
    if has_interval(rows):
        return f"Line: 95 % {method} interval."
    return ""


def has_interval(rows: Objects) -> bool:
    """Say whether some share of ``comparison/proportions`` has an interval: a certain count of patients alone in their rows."""
    return any(row.patients > 0 and row.holders == row.holders_at_most and row.alone for row in rows)


def pediatric(choice: Choice) -> str:
    """Give what pediatric can mean, with both counts, as Markdown."""
    parts = [
        f"**{row.definition}**: {up_to(row.certain, row.at_most)} patients"
        for row in queries.objects("comparison/definitions", choice)
    ]
    return f"Pediatric can mean two things: {'; '.join(parts)}."


def no_test(choice: Choice) -> str:
    """Give why no significance test is made, as Markdown."""
    rows = queries.objects("literature/publications", Choice(choice.source))
    held = f"{rows[0].publication_patients} of {rows[0].at_most}" if rows else "many"
    return (
        "**Why no significance test.** A test asks whether a difference could be chance among comparable samples. These "
        "patients "
        f"were not sampled: somebody chose to publish them, and {held} stand in one publication. A publication that prints "
        "one age "
        "range and, for each biomarker, one direction for all of its patients leaves open on which side they stand. A p-value "
        "would look exact and mean nothing. An interval, drawn only where each patient has a table row alone, shows how little "
        "few patients can tell."
    )
