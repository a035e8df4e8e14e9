"""Every figure of the app, once: its query, its chart, and what is said of it. Page, talk, slides and handout show these."""

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cached_property, partial
from types import MappingProxyType
from typing import Any, NamedTuple

import pandas as pd
import pyarrow as pa

import filters
import queries
from charts import case, claims, comparison, directions, doses, gaps, literature, outcomes, overview, story
from charts.export import Figure as Drawing
from charts.export import plot_height, specification
from data.source import Choice
from models import proportion
from words import case as case_words
from words import claims as claim_words
from words import comparison as comparison_words
from words import counts
from words import directions as direction_words
from words import outcomes as outcome_words
from words import overview as overview_words

Settings = Mapping[str, Any]


@dataclass(frozen=True)
class Asked:
    """What a figure is asked for: rows as the chart draws them, the choice, and the settings of the page."""

    table: pa.Table
    choice: Choice
    settings: Settings

    @cached_property
    def objects(self) -> queries.Objects:
        """Give the rows as objects."""
        return queries.as_objects(self.table)

    @cached_property
    def rows(self) -> pd.DataFrame:
        """Give the rows as a DataFrame."""
        return self.table.to_pandas()


Words = Callable[[Asked], str]


class Figure(NamedTuple):
    """One figure. A chart takes its rows, the limits of the source where it draws the literature, and the named settings."""

    query: str
    chart: Drawing
    title: Words
    """What is seen."""
    caption: Words
    """How to read it, naming no mark that is not drawn."""
    short: Words | None = None
    """The caption where room is short, on a stage or a slide."""
    options: tuple[str, ...] = ()
    settings: Settings = MappingProxyType({})
    limited: bool = True
    """Whether the chart takes the limits of the source."""
    legend: Words = lambda asked: counts.legend(asked.objects)
    """How the marks are drawn, for the exported picture, which has no caption; a line break is one there."""
    sources: Callable[[Asked], list[str]] = lambda asked: [asked.choice.source.citation]
    derive: Callable[[Asked], pd.DataFrame] | None = None
    filtered: bool = True
    solve: Callable[[Choice, Settings], pa.Table] | None = None
    """Gives the rows where a model works them out; the query is then a name and no file."""
    code: Callable[[Choice, Settings], str] | None = None
    """Gives a script that works out the same rows, where a model does."""


class Exhibit(NamedTuple):
    """A figure with its rows and its words, ready to be drawn anywhere."""

    figure: Figure
    choice: Choice
    settings: Settings
    table: pa.Table
    title: str
    caption: str
    short: str
    notes: tuple[str, ...]
    """The lines below the exported picture: legend and sources."""

    def rows(self) -> pd.DataFrame:
        """Give the rows that the chart draws."""
        return self.table.to_pandas()

    def objects(self) -> queries.Objects:
        """Give the rows as objects, for words."""
        return queries.as_objects(self.table)

    def options(self) -> tuple[Any, ...]:
        """Give what the chart takes beside its rows."""
        named = tuple(self.settings[name] for name in self.figure.options)
        return (self.choice.source.limits, *named) if self.figure.limited else named

    def behind(self) -> str:
        """Give what makes the rows: SQL that runs on the downloadable database, or the script of a model."""
        if self.figure.code:
            return self.figure.code(self.choice, self.settings)
        return queries.runnable(self.figure.query, self.choice, **self.settings)

    def key(self) -> str:
        """Give the figure's key on a page, which is also the name of its files."""
        named = [str(self.settings[name]) for name in self.figure.options]
        return "-".join([self.figure.query.replace("/", "-"), *named]).replace(" ", "-")

    def specification(self) -> dict[str, Any]:
        """Give the Vega-Lite specification without rows: the same for every filter of a source."""
        return specification(self.figure.chart, *self.options())

    def height(self) -> int:
        """Give how many pixels the plot takes where nothing grows."""
        return plot_height(self.specification(), self.rows())


def show(figure: Figure, choice: Choice, **settings: Any) -> Exhibit:
    """Give a figure under a choice, kept with the answers of its source.

    Args:
        settings: the settings of the page; the query and the chart take those that they name.
    """
    values = {**settings, **figure.settings}
    key = ("figure", figure.query, choice.filter, json.dumps(values, sort_keys=True))
    exhibit: Exhibit = choice.source.answers.get(key, lambda: _exhibit(figure, choice, values))
    return exhibit


def _exhibit(figure: Figure, choice: Choice, settings: Settings) -> Exhibit:
    solved = figure.solve(choice, settings) if figure.solve else None
    table = queries.ask(figure.query, choice, **settings) if solved is None else solved
    asked = Asked(table, choice, settings)
    if figure.derive:
        table = pa.Table.from_pandas(figure.derive(asked), preserve_index=False)
        asked = Asked(table, choice, settings)
    caption = figure.caption(asked)
    short = figure.short(asked) if figure.short else caption
    notes = tuple(note for note in [*figure.legend(asked).split("\n"), *figure.sources(asked)] if note)
    return Exhibit(figure, choice, settings, table, figure.title(asked), caption, short, notes)


def _text(*parts: str | Words) -> Words:
    """Give words made of fixed parts and of parts that depend on the rows."""
    return lambda asked: " ".join(filter(None, (part if isinstance(part, str) else part(asked) for part in parts)))


def _of_objects(title: Callable[[queries.Objects], str]) -> Words:
    return lambda asked: title(asked.objects)


def _of_rows(title: Callable[[pd.DataFrame], str]) -> Words:
    return lambda asked: title(asked.rows)


_legend: Words = lambda asked: counts.legend(asked.objects)  # noqa: E731
_intervals: Words = lambda asked: comparison_words.intervals(asked.objects, asked.settings["method"])  # noqa: E731
_SIDES = "A to the left, blue; B to the right, purple. Solid: certain. Pale and dashed: possible."
_FINDINGS: dict[str, Any] = {
    "limited": False,
    "legend": _text(outcome_words.KEY),
    "sources": lambda asked: outcome_words.sources(asked.objects),
}

AGES = Figure(
    "literature/ages", literature.ages, _of_objects(counts.ages),
    _text("A point is an exact age, a bar a printed range; the dotted line is 18 years.", _legend,
          "A patient taken to be reported twice stands in both rows."),
    _text("A point is an exact age, a bar a printed range; the dotted line is 18 years.", _legend),
)  # fmt: skip
PUBLICATIONS = Figure(
    "literature/publications", literature.publications, _of_objects(counts.share), _text("Patients per publication.", _legend)
)
COMPOSITION = Figure(
    "literature/composition", literature.composition,
    lambda asked: f"Systemic and cutaneous mastocytosis, counted in {asked.settings['unit']}",
    _text(_legend,
          lambda asked: "A publication that reports both counts in each." if asked.settings["unit"] == "publications" else ""),
)  # fmt: skip
DOSE = Figure(
    "literature/dose", doses.dose, _of_objects(counts.dose),
    _text("Each band is one printed dose; lanes in it only keep courses apart, the shortest first. Point: exact length; bar: a "
          "range.", counts.COURSES, _legend),
    legend=_text(counts.COURSES, _legend),
)  # fmt: skip
THERAPY = Figure(
    "literature/therapy", literature.therapy, _of_objects(counts.therapy),
    _text("A bar from zero is a printed length (× patients who share it), a floating bar a printed range.",
          lambda asked: "An arrow means still treated." if asked.settings["child"] else "", _legend),
)  # fmt: skip
PROPORTIONS = Figure(
    "comparison/proportions", comparison.proportions, _of_objects(comparison_words.assessed),
    _text("A: blue circle. B: purple square. Point: share among the patients who are surely in the side, where the count is "
          "certain; the counts stand to the right.", _intervals,
          "Pale bar: every share that is possible once those who may belong are counted. A patient taken to be reported twice "
          "has a property for sure only where both reports agree."),
    _text("A, blue circle: under 18. B, purple square: 18 and over.", _intervals,
          "Pale bar: every share that is possible once those who may belong are counted."),
    legend=_text("A: blue circle; B: purple square. Pale: bounds.", _intervals),
    derive=lambda asked: proportion.with_intervals(asked.rows, asked.settings["method"]),
)  # fmt: skip
TREATMENT = Figure(
    "comparison/profile", comparison.profile,
    lambda asked: comparison_words.treatment(asked.objects, queries.objects("comparison/counts", asked.choice)),
    _text("Each line is a value as printed: a range is one line, because nobody knows where in it a patient lies. Solid: "
          "certain. Pale "
          "and dashed: possible. The same patient can stand on both sides: possible on both, or certain on both where one "
          "side holds the "
          "other, or where two reports years apart are taken to tell of one person."),
    options=("part",), settings={"part": "treatment", "topics": comparison.TOPICS["treatment"]}, legend=_text(_SIDES),
)  # fmt: skip
PATIENTS = Figure(
    "comparison/profile", comparison.profile, _of_objects(comparison_words.patients),
    _text("Counted in patients, with what is not assessed; one taken to be reported twice can stand in two lines. Directions "
          "of biomarkers are no benefit; two in one line leave both open."),
    options=("part",), settings={"part": "patients", "topics": comparison.TOPICS["patients"]}, legend=_text(_SIDES),
)  # fmt: skip
PLOT = Figure(
    "directions/plot", directions.plot,
    lambda asked: direction_words.plot_title(
        asked.objects, "publications" if asked.settings["unit"] == "publications" else "table rows"
    ),
    _text("Arrows show which way a biomarker went, not benefit or harm. Triangle: up or down; bar: unchanged; diamond: two "
          "signs printed; "
          "small ring: not assessed (na). n: patient reports counted; more make a larger mark.",
          _of_objects(direction_words.hues), _of_objects(direction_words.strengths)),
    _text("Triangle: up or down; bar: unchanged; diamond: two signs; ring: not assessed; n: reports.",
          _of_objects(direction_words.hues), _of_objects(direction_words.strengths)),
    legend=_text("Triangle: up or down; bar: unchanged; diamond: two signs; ring: not assessed; n: patient reports.",
                 _of_objects(direction_words.hues), _of_objects(direction_words.strengths)),
)  # fmt: skip
TALLY = Figure(
    "directions/tally", directions.tally, _of_objects(direction_words.tally_title),
    lambda asked: f"Counted in {asked.settings['unit']}. Solid: certain. Pale and dashed: possible, so a number may be a "
                  "range. Mixed: the "
    "rows of one patient or publication differ, as where one patient is taken to be reported twice with other directions.",
    options=("unit",),
)  # fmt: skip
INFLUENCE = Figure(
    "directions/influence", directions.influence, _of_objects(direction_words.influence_title),
    _text(_of_objects(direction_words.dominance), "Each line leaves one publication out; the grey mark keeps all. A bar is the "
                                               "span that "
          "doubtful cells and possible patients allow. Mixed counts as assessed, and as none of the three directions. "
          "Publications that "
          "change nothing are not listed."),
    legend=_text("Each line leaves one publication out; the grey mark keeps all."),
)  # fmt: skip
RESPONSES = Figure(
    "outcomes/responses", outcomes.responses, _of_objects(outcome_words.responses),
    _text("One bar per group of patients (n), never pooled: the darker, the more complete; hollow: not told; dotted: "
          "withdrawn. Derived: from a percentage or by subtraction.", _of_objects(outcome_words.neighbours),
          _of_objects(outcome_words.kept_out)),
    _text("One bar per group of patients (n): the darker, the more complete; hollow: not told; dotted: withdrawn.",
          _of_objects(outcome_words.neighbours), _of_objects(outcome_words.kept_out)),
    **_FINDINGS,
)  # fmt: skip
TRIAL = Figure(
    "outcomes/trial", outcomes.trial, _of_objects(outcome_words.trial),
    _text(_of_objects(outcome_words.tests), _of_objects(outcome_words.kept_out)),
    **_FINDINGS,
)  # fmt: skip
RESOLUTION = Figure(
    "outcomes/resolution", outcomes.resolution, _of_objects(outcome_words.resolution),
    _text("From a systematic review of adults; partial responses are not included. Hollow, because nobody says how many "
          "patients had each symptom: these are no shares of its patients.", _of_objects(outcome_words.kept_out)),
    **_FINDINGS,
)  # fmt: skip
HARMS = Figure(
    "outcomes/harms", outcomes.harms, _of_objects(outcome_words.harms),
    _text("Point: share with the event; bar: its 95 % Wilson interval. Only where the event was counted in a group of several "
          "patients.", _of_objects(outcome_words.kept_out)),
    **_FINDINGS | {"sources": lambda asked: outcome_words.sources([row for row in asked.objects if row.counted])},
)  # fmt: skip
GAPS = Figure(
    "outcomes/gaps", gaps.gaps, _of_objects(outcome_words.gaps),
    lambda asked: f"Patients of {asked.choice.source.name} by age in years, disease and dose, as bounds; below them its "
                  "publications, and "
    "how many of those have outcome facts here. Solid: some for certain; dashed: possible only; dotted: none. Patients taken "
    "to be "
    "reported twice can stand in two cells.",
    lambda asked: f"Patients of {asked.choice.source.name} by age, disease and dose. Solid: some for certain; dashed: "
                  "possible only; "
    "dotted: none. Below: publications, and how many of them have outcome facts here.",
    limited=False, legend=_text(outcome_words.MAP_KEY),
)  # fmt: skip
TIMELINE = Figure(
    "case/story", story.story, _of_objects(case_words.course), _of_objects(case_words.course_caption),
    options=("view",), limited=False, filtered=False, legend=_of_objects(case_words.course_key),
)  # fmt: skip
STORY_STAGE = Figure(
    "case/story", story.stage, _of_objects(case_words.course), _of_objects(case_words.course_key),
    settings={"open": [], "event": "", "view": "stage"}, limited=False, filtered=False,
    legend=_of_objects(case_words.course_key), derive=lambda asked: story.staged(asked.rows),
)  # fmt: skip
SCORE = Figure(
    "case/score", case.score, _of_rows(case_words.score),
    _text("Modified Mastocytosis Symptom Assessment Form, 0 to 10 points for each symptom. Only printed values are drawn."),
    _text("Modified Mastocytosis Symptom Assessment Form, 0 to 10 points for each symptom. Only printed values are drawn; the "
          "relapse has none."),
    limited=False, legend=_text(""), filtered=False,
)  # fmt: skip
BIOMARKERS = [
    Figure(
        "case/biomarkers", case.biomarkers, _of_rows(partial(case_words.biomarker, name=name)),
        _text("Printed values only; the course between them is not in the text."),
        options=("biomarker",), settings={"biomarker": name}, limited=False, legend=_text(""), filtered=False,
    )
    for name in case.BIOMARKERS
]  # fmt: skip
CLAIMS = Figure(
    "paper/claims", claims.verdicts, lambda asked: claim_words.findings(asked.choice),
    _text("One square per statement that is held against the tables: = agrees, ≈ agrees within rounding, ≠ differs, ? cannot "
          "be checked, which says nothing against it. Statements overlap, so the counts are no score."),
    limited=False, legend=_text(""), derive=lambda asked: claim_words.placed(asked.choice), filtered=False,
)  # fmt: skip
# The small figures of the overview.
COURSE = Figure(
    "case/course", overview.course, _of_objects(overview_words.course),
    _text("Score: 0 to 10 for each symptom; hollow: none printed. In order, not to scale: the missed dose has no date."),
    limited=False, legend=_text(""), filtered=False,
)  # fmt: skip
PATIENTS_FOUND = Figure(
    "literature/patients", overview.patients, lambda asked: overview_words.found(asked.objects, asked.choice),
    _text("One dot per patient.", _legend),
)  # fmt: skip
SHARES = Figure(
    "directions/influence", overview.shares, _of_objects(overview_words.shares),
    lambda asked: overview_words.trial(queries.objects("outcomes/trial", asked.choice)),
    settings={"part": "largest"}, legend=_text(""),
    derive=lambda asked: asked.rows[asked.rows["publication_id"].isin(overview_words.compared(asked.objects))],
)  # fmt: skip
VERDICTS = Figure(
    "literature/verdicts", overview.verdicts, _text("Certain lies inside the filter, possible across its edge"),
    _of_objects(overview_words.verdicts), limited=False, legend=_text(""), filtered=False,
)  # fmt: skip
OVERVIEW = [COURSE, PATIENTS_FOUND, SHARES, VERDICTS]
FIGURES = [
    *OVERVIEW, AGES, PUBLICATIONS, COMPOSITION, DOSE, THERAPY, PROPORTIONS, TREATMENT, PATIENTS, PLOT, TALLY, INFLUENCE,
    RESPONSES, TRIAL, RESOLUTION, HARMS, GAPS, TIMELINE, STORY_STAGE, SCORE, *BIOMARKERS, CLAIMS,
]  # fmt: skip


def first_settings(figure: Figure) -> dict[str, Any]:
    """Give the settings of a first visit to whatever draws a figure: what warms up, and what tests begin with."""
    if figure is TIMELINE:
        return {"view": filters.VIEWS[0], "open": [], "event": ""}
    return {
        "unit": filters.UNITS[0], "child": False, "excluded": True, "method": "Wilson",
        "biomarker": direction_words.BIOMARKERS[0], "direction": filters.DIRECTIONS[0],
    }  # fmt: skip
