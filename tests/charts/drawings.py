"""Every chart of the app, with the query it draws, what both take, and limits of sources to draw it in."""

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Any, NamedTuple

import pandas as pd

import queries
from charts import case, claims, comparison, directions, doses, gaps, literature, outcomes, overview, story
from data.source import Choice, Dose, Limits
from models import proportion
from words.claims import placed

LIMITS = queries.built_in().limits
# Another source: most patients in one publication, higher doses and longer lengths than the built-in one has.
OTHER = Limits(
    stops=(
        ("age", tuple(range(105))),
        ("dose", tuple(range(50, 601, 25))),
        ("dose_per_4_weeks", tuple(range(50, 1201, 50))),
        ("interval", (2, 3, 4, 5, 6, 7, 8)),
        ("therapy", (0, 1, 2, 3, 4, 6, 9, 12, 15, 18, 24, 30, 36, 48, 60, 72, 84, 96, 120, 144, 168, 180, 192, 200)),
        ("year", (2021,)),
    ),
    patients=63, reports=64, publications=3, rows=4, largest_publication=60, largest_disease=60, largest_row=60,
    doses=(Dose("50–600 mg", 1, 1), Dose("600 mg", 0, 3)),
)  # fmt: skip
# One report that tells nothing of age, dose or length.
SILENT = Limits((), patients=1, reports=1, publications=1, rows=1, largest_publication=1, largest_disease=1, largest_row=1)
SETTINGS = {"child": True, "excluded": True, "unit": "patients", "biomarker": "total IgE", "direction": "up"}
SIDES = '{"sides": [{"age_group": "pediatric"}, {"age_group": "adult"}]}'


class Drawing(NamedTuple):
    """A chart with what it and its query take; the limits come first among its options where it takes them."""

    query: str
    figure: Callable[..., Any]
    options: tuple[str, ...] = ()
    settings: Mapping[str, Any] = MappingProxyType({})
    filter: str = "{}"
    limited: bool = True

    def given(self, limits: Limits = LIMITS) -> tuple[Any, ...]:
        return (limits, *self.options) if self.limited else self.options

    def rows(self, chosen: str = "") -> pd.DataFrame:
        choice = Choice(queries.built_in(), chosen or self.filter)
        rows = queries.run(self.query, choice, **{**SETTINGS, **self.settings})
        if self.query == "comparison/proportions":
            return proportion.with_intervals(rows, "Wilson")
        if self.figure is story.stage:
            return story.staged(rows)
        return placed(choice) if self.query == "paper/claims" else rows


COURSE = Drawing("case/story", story.story, ("Omalizumab",), {"open": ["Symptoms"], "event": ""}, limited=False)
# The charts of the literature, which a filter changes.
FILTERED = [
    *(Drawing(f"literature/{noun}", getattr(literature, noun)) for noun in ["ages", "composition", "publications"]),
    Drawing("literature/dose", doses.dose),
    Drawing("literature/therapy", literature.therapy),
    *(Drawing("directions/tally", directions.tally, (unit,), {"unit": unit}) for unit in LIMITS.units()),
    Drawing("directions/plot", directions.plot),
    Drawing("directions/influence", directions.influence),
    Drawing("directions/influence", overview.shares),
    Drawing("literature/patients", overview.patients),
]
COMPARED = [
    *(
        Drawing("comparison/profile", comparison.profile, (noun, "Pediatric", "Adult"), {"topics": topics}, SIDES)
        for noun, topics in comparison.TOPICS.items()
    ),
    Drawing("comparison/proportions", comparison.proportions, filter=SIDES),
]
OUTCOMES = [
    Drawing("outcomes/responses", outcomes.responses, limited=False),
    Drawing("outcomes/trial", outcomes.trial, limited=False),
    Drawing("outcomes/resolution", outcomes.resolution, limited=False),
    Drawing("outcomes/harms", outcomes.harms, limited=False),
    Drawing("outcomes/gaps", gaps.gaps, limited=False),
]
FIXED = [
    Drawing("case/course", overview.course, limited=False),
    Drawing("literature/verdicts", overview.verdicts, limited=False),
    COURSE,
    Drawing("case/story", story.stage, settings={"open": [], "event": ""}, limited=False),
    Drawing("case/score", case.score, limited=False),
    *(Drawing("case/biomarkers", case.biomarkers, (noun,), {"biomarker": noun}, limited=False) for noun in case.BIOMARKERS),
    Drawing("paper/claims", claims.verdicts, limited=False),
]
EVERY = [*FILTERED, *COMPARED, *OUTCOMES, *FIXED]


def name(drawing: Drawing) -> str:
    return " ".join((drawing.query, *drawing.options))
