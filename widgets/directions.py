"""What the page on directions of effect says in words: titles, the table beside the plot, and the methods note."""

from typing import Any

import pandas as pd
import streamlit as st

from widgets import words

GOES = {"up": "goes up", "down": "goes down", "unchanged": "stays unchanged"}
KEY = (
    "Triangle: up or down; bar: unchanged; diamond: two signs; ring: not assessed; n: patient reports. "
    "Blue: systemic; purple: cutaneous; green: both; orange: the child. Pale: possible; faint: excluded."
)
NAMES = {"total IgE": "total immunoglobulin E (IgE)", "tryptase": "tryptase"}


def plot_title(rows: pd.DataFrame, noun: str) -> str:
    """Give how many lines of the plot leave each biomarker unassessed, as a title.

    Args:
        rows: ``directions/plot``; noun: what a line stands for, such as "table rows".
    """
    counted = [row for row in rows.itertuples() if row.verdict in ("certain", "possible")]
    if not counted:
        return "No direction matches the filters"
    ige, tryptase = (sum(row.biomarker == name and row.direction == "not assessed" for row in counted) for name in NAMES)
    lines = len({row.label for row in counted})
    return f"Total immunoglobulin E (IgE) was not assessed in {ige} of {lines} {noun}, tryptase in {tryptase}"


def tally_title(rows: pd.DataFrame) -> str:
    """Give every count of ``directions/tally`` that is not zero, with its bounds, as a title."""
    told: dict[str, list[str]] = {}
    for row in rows.itertuples():
        count = f"{words.interval(row.low, row.high)} {row.direction}"
        if row.direction != "not assessed" and count not in told.setdefault(row.biomarker, []):
            told[row.biomarker].append(count)
    counted = "; ".join(f"{name}: {', '.join(counts)}" for name, counts in told.items() if counts)
    return counted[:1].upper() + counted[1:] or "No direction matches the filters"


def influence_title(rows: pd.DataFrame) -> str:
    """Give what leaving out the most influential publication does to the counts, as a title.

    Args:
        rows: ``directions/influence``, everybody first.
    """
    if rows.empty or not rows["assessed_high"].iloc[0]:
        return "Nothing is assessed under these filters"
    everybody, pivot = next(rows.itertuples()), influential(rows)
    thing = f"{NAMES[everybody.biomarker]} {GOES[everybody.direction]} in"
    if pivot is None:
        return f"{thing[0].upper()}{thing[1:]} {everybody.counts} assessed {everybody.unit}"
    return f"Without {pivot.label}, {thing} {pivot.counts} assessed {everybody.unit} instead of {everybody.counts}"


def influential(rows: pd.DataFrame) -> Any:
    """Give the row of the publication whose absence moves the share most, or None where none moves it."""

    def share(row: Any) -> float:
        middle = (row.share_low_percent + row.share_high_percent) / 2
        return middle if middle == middle else float("inf")  # nobody is left whose share could be told

    everybody, *others = rows.itertuples() if len(rows) else [None]
    moved = {row: abs(share(row) - share(everybody)) for row in others}
    largest = max(moved, key=lambda row: moved[row], default=None)
    return largest if largest and moved[largest] > 0 else None


def dominance(rows: pd.DataFrame) -> str:
    """Give in words and numbers how much of what was assessed the largest publication supplies.

    Args:
        rows: ``directions/influence``; the share is a percentage only where both counts are certain.
    """
    if len(rows) < 2:
        return "Leaving any one publication out changes nothing, or leaves nothing."
    everybody, *others = rows.itertuples()
    largest = min(others, key=lambda row: row.assessed_high)
    supplied, all_of_them = everybody.assessed_high - largest.assessed_high, everybody.assessed_high
    if supplied <= 0:
        return f"Leaving any one publication out takes none of the {all_of_them} assessed {everybody.unit} away."
    if sum(row.assessed_high == largest.assessed_high for row in others) > 1:
        return f"No publication supplies more than {supplied} of {all_of_them} assessed {everybody.unit}."
    exact = all(row.assessed_low == row.assessed_high for row in (everybody, largest))
    return (
        f"{largest.label} supplies {'' if exact else 'up to '}{supplied} of {words.interval(everybody.assessed_low, all_of_them)} assessed "
        f"{everybody.unit}{f' ({supplied / all_of_them:.0%})' if exact else ''}. "
        "Its directions are printed once per table row, not per patient."
    )


def table(rows: pd.DataFrame) -> None:
    """Draw the table that belongs beside the plot: the same lines, directions as signs."""
    if rows.empty:
        return
    wide = {
        "Table row": "label", "n": "patients", "Total IgE": "signs", "Tryptase": "tryptase", "Verdict": "verdict",
    }  # fmt: skip
    ige, tryptase = (rows[rows["biomarker"] == name] for name in NAMES)
    told = ige.assign(tryptase=tryptase["signs"].to_numpy())
    # Lines are named as in the plot; a column more would scroll sideways on a phone, out of reach of the keyboard.
    shown = pd.DataFrame({name: told[column] for name, column in wide.items()})
    shown["Table row"] = shown["Table row"].str.replace(".", "\\.", regex=False)  # "8. Constantine" would become a list
    st.table(shown, hide_index=True, border="horizontal", alt="Directions of effect by table row, as printed")


METHODS = """
The nine items of Synthesis Without Meta-analysis (SWiM; Campbell et al. 2020, doi 10.1136/bmj.l6890) and their answers here:

1. **Grouping.** Table rows as printed, systemic and cutaneous mastocytosis apart; the filters regroup them.
2. **Common metric.** The printed direction of a biomarker: up, down or unchanged. Table 1 prints no sizes.
3. **Synthesis.** Counts with bounds. A cell with two signs leaves both open; a patient or publication whose rows differ is mixed.
4. **What counts most.** No row is preferred. One trial stands among uncontrolled reports and is not set above them.
5. **Heterogeneity.** By filters, by leaving out one publication at a time, and by four counting units.
6. **Certainty.** Not rated here. Direction of a biomarker says nothing of benefit.
7. **Display.** The effect-direction plot always beside its table, and the counts.
8. **Results.** Title and counts above, with the publications behind them; rows and queries under each figure.
9. **Limits.** Reported cases are chosen, about half of all patients come from one publication, times of measurement are not
   printed, and unassessed is not unchanged.

**Why no sign test.** It asks whether independent observations lean one way. Patients of one row share one printed sign, one pair of
patients is taken to be reported twice, and what gets published is chosen; a small p-value would describe that choice.
Nor are statistically significant results counted as votes: only direction is shown (Cochrane Handbook, chapter 12).
"""


def methods() -> None:
    """Draw the methods note."""
    with st.expander("How this synthesis was made, and why there is no sign test", icon=":material/rule:"):
        st.markdown(METHODS)
