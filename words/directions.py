"""What is said of directions of effect: titles, how to read the plot, and how the synthesis was made."""

from typing import Any

import queries
from data.notation import written
from data.source import Choice
from queries import Objects
from words import counts

BIOMARKERS = ["total IgE", "tryptase"]
GOES = {"up": "goes up", "down": "goes down", "unchanged": "stays unchanged"}
HUES = {
    "systemic": "blue: systemic", "cutaneous": "purple: cutaneous", "systemic and cutaneous": "green: both",
}  # fmt: skip
STRENGTHS = {
    "certain": "solid: certain", "possible": "pale: possible", "not reported": "faint: not reported",
    "excluded": "faint: excluded", "child": "orange: the child",
}  # fmt: skip
SIGNS = {"unchanged": "flat: unchanged", "mixed": "diamond: two signs", "not assessed": "ring: not assessed"}
WENT = {"up": "rose", "down": "fell", "unchanged": "stayed unchanged", "mixed": "were mixed"}
NAMES = {"total IgE": "total immunoglobulin E (IgE)", "tryptase": "tryptase"}


def plot_title(rows: Objects, noun: str) -> str:
    """Give how many lines of the plot leave each biomarker unassessed, as a title.

    Args:
        rows: ``directions/plot``; noun: what a line stands for, such as "table rows".
    """
    counted = [row for row in rows if row.verdict in ("certain", "possible")]
    if not counted:
        return "No direction matches the filters"
    ige, tryptase = (sum(row.biomarker == name and row.direction == "not assessed" for row in counted) for name in NAMES)
    lines = len({row.label for row in counted})
    return f"Total immunoglobulin E (IgE) was not assessed in {ige} of {lines} {noun}, tryptase in {tryptase}"


def tally_title(rows: Objects) -> str:
    """Give which way each biomarker of ``directions/tally`` mostly went, as a title; every direction where that is open."""
    # A direction stands in two rows where it is certain of some and possible of others; both hold both bounds.
    counts: dict[str, dict[str, tuple[int, int]]] = {}
    for row in rows:
        if row.direction != "not assessed":
            counts.setdefault(row.biomarker, {})[row.direction] = (row.low, row.high)
    if not counts:
        return "No direction matches the filters"
    return "; ".join(_mostly(name, of, rows[0].unit if place == 0 else "") for place, (name, of) in enumerate(counts.items()))


def _mostly(biomarker: str, of: dict[str, tuple[int, int]], unit: str) -> str:
    """Give which way a biomarker mostly went: for certain oftener than all other ways together, or else each in bounds."""
    first, *others = sorted(of, key=lambda direction: of[direction], reverse=True)
    name = f"{biomarker[0].upper()}{biomarker[1:]}" if unit else biomarker
    rest = "" if not unit else f" {unit}"
    if of[first][0] > sum(of[other][1] for other in others) and first != "mixed":
        return f"{name} {'mostly ' if others else ''}{WENT[first]} ({written(*of[first])}{rest})"
    ways = ", ".join(f"{written(*ends)} {direction}" for direction, ends in of.items())
    return f"{name}{f', in{rest}' if unit else ''}: {ways}"


def influence_title(rows: Objects) -> str:
    """Give what leaving out the most influential publication does to the counts, as a title.

    Args:
        rows: ``directions/influence``, everybody first.
    """
    if not rows or not rows[0].assessed_high:
        return "Nothing is assessed under these filters"
    everybody, pivot = rows[0], influential(rows)
    thing = f"{NAMES[everybody.biomarker]} {GOES[everybody.direction]} in"
    if pivot is None:
        return f"{thing[0].upper()}{thing[1:]} {everybody.counts} assessed {everybody.unit}"
    return f"Without {pivot.label}, {thing} {pivot.counts} assessed {everybody.unit} instead of {everybody.counts}"


def influential(rows: Objects) -> Any:
    """Give the row of the publication whose absence moves the share most, or None where none moves it."""

    def middle(row: Any) -> float:
        # Where nobody is left there is no share, and nothing moves it further.
        known = row.share_low_percent is not None and row.share_high_percent is not None
        return (row.share_low_percent + row.share_high_percent) / 2 if known else float("inf")

    def moved(row: Any) -> float:
        return abs(middle(row) - middle(rows[0]))

    pivot = max(rows[1:], key=moved, default=None)
    return pivot if pivot and moved(pivot) > 0 else None


def dominance(rows: Objects) -> str:
    """Give in words and numbers how much of what was assessed the largest publication supplies.

    Args:
        rows: ``directions/influence``; the share is a percentage only where both counts are certain.
    """
    if len(rows) < 2:
        return "Leaving any one publication out changes nothing, or leaves nothing."
    everybody, *others = rows
    largest = min(others, key=lambda row: row.assessed_high)
    supplied, all_of_them = everybody.assessed_high - largest.assessed_high, everybody.assessed_high
    if supplied <= 0:
        return f"Leaving any one publication out takes none of the {all_of_them} assessed {everybody.unit} away."
    if sum(row.assessed_high == largest.assessed_high for row in others) > 1:
        return f"No publication supplies more than {supplied} of {all_of_them} assessed {everybody.unit}."
    exact = all(row.assessed_low == row.assessed_high for row in (everybody, largest))
    return (
        f"{largest.label} supplies {'' if exact else 'up to '}{supplied} of {written(everybody.assessed_low, all_of_them)} "
        f"assessed {everybody.unit}{f' ({supplied / all_of_them:.0%})' if exact else ''}. "
        "Its directions are printed once per table row, not per patient."
    )


_METHODS = """
The nine items of Synthesis Without Meta-analysis (SWiM; Campbell et al. 2020, doi 10.1136/bmj.l6890) and their answers here:

1. **Grouping.** Table rows as printed, systemic and cutaneous mastocytosis apart; the filters regroup them.
2. **Common metric.** The printed direction of a biomarker: up, down or unchanged. Table 1 prints no sizes.
3. **Synthesis.** Counts with bounds. A cell with two signs leaves both open; a patient or publication whose rows differ is
   mixed.
4. **What counts most.** No row is preferred; a trial among uncontrolled reports is not set above them.
5. **Heterogeneity.** By filters, by leaving out one publication at a time, and by four counting units.
6. **Certainty.** Not rated here. Direction of a biomarker says nothing of benefit.
7. **Display.** The effect-direction plot always beside its table, and the counts.
8. **Results.** Title and counts above, with the publications behind them; rows and queries under each figure.
9. **Limits.** Reported cases are chosen, {held} patients come from one publication, times of measurement are not
   printed, and unassessed is not unchanged.

**Why no sign test.** It asks whether independent observations lean one way. Patients of one row share one printed sign, a
patient may be reported twice, and what gets published is chosen; a small p-value would describe that choice.
Nor are statistically significant results counted as votes: only direction is shown (Cochrane Handbook, chapter 12).
"""


def methods(choice: Choice) -> str:
    """Give how the synthesis was made, as Markdown."""
    rows = queries.objects("literature/publications", Choice(choice.source))
    held = f"{rows[0].publication_patients} of {rows[0].at_most}" if rows else "all"
    return _METHODS.format(held=held)


def key(rows: Objects) -> str:
    """Give how the marks of the plot are drawn, naming none that is not there.

    Args:
        rows: ``directions/plot``.
    """
    drawn = {row.disease for row in rows if row.verdict != "child"}
    parts = [text for name, text in SIGNS.items() if name in {row.direction for row in rows}]
    parts += [text for name, text in HUES.items() if name in drawn and len(drawn) > 1]
    return counts.legend(rows, STRENGTHS, "size and n: patient reports", *parts)


def bounds(rows: Objects) -> str:
    """Give how the bars of the leave-one-out figure are drawn, naming none that is not there.

    Args:
        rows: ``directions/influence``.
    """
    if any(row.share_low_percent != row.share_high_percent for row in rows):
        return "Bar: what doubtful cells and possible patients leave open."
    return ""
