"""The steps of the journal-club talk: one message and one figure each, computed under the current filters.

A step says everything that the page, the deck and the handout show of it, so that each is written once.
"""

from collections.abc import Callable
from typing import Any, NamedTuple

import pandas as pd

import charts
import queries
from charts import outcomes

Values = dict[str, Any]


class Step(NamedTuple):
    """One step: a title that says what is seen, how to read it, notes for the speaker, and a figure or a table."""

    key: str
    name: str
    title: str
    caption: str
    notes: str
    query: str = ""
    values: Values = {}
    chart: charts.Figure | None = None
    options: tuple[Any, ...] = ()
    derive: Callable[[pd.DataFrame], pd.DataFrame] | None = None
    table: pd.DataFrame | None = None
    filtered: bool = True

    def rows(self) -> pd.DataFrame:
        """Give the rows that the figure draws."""
        rows = queries.run(self.query, **self.values)
        return self.derive(rows) if self.derive else rows


def question(values: Values) -> Step:
    """Give the question, over the map of where there is evidence at all."""
    rows = queries.run("outcomes/gaps", **values)
    cell = rows[rows["heading"].str.startswith("Under 18 · systemic") & (rows["dose_band"] == "300 mg")].iloc[0]
    return Step(
        "question", "The question", f"What is known of a child like this one? {cell['patients']} patients on the same dose",
        "Patients of Table 1 by age, disease and dose. Solid: some for certain; dashed: possible only; dotted: none.",
        "Open with the question: a child with systemic mastocytosis does not respond to first-line therapy; may omalizumab help? "
        "Point at the cell of children with systemic mastocytosis, then at the empty cells.\n"
        "Ask: before any number, what would you want to know to treat the next child?",
        "outcomes/gaps", values, outcomes.gaps,
    )  # fmt: skip


# Every step in its usual order; the key is also its address.
STEPS: dict[str, Callable[[Values], Step]] = {"question": question}


def steps(keys: list[str], values: Values) -> list[Step]:
    """Give the chosen steps in the chosen order, computed under one filter; unknown keys are left out."""
    return [STEPS[key](values) for key in keys if key in STEPS]
