"""Every figure of the app, once: its query, its chart, and what is said of it. Page, talk, slides and handout show these."""

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cached_property, partial
from types import MappingProxyType
from typing import Any, NamedTuple

import pandas as pd
import pyarrow as pa
from pyarrow import compute

import filters
import queries
from charts import case, claims, comparison, directions, doses, gaps, literature, outcomes, overview, stage, story
from charts.export import Figure as Drawing
from charts.export import plot_height, room, specification
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
    credit: Words = lambda asked: asked.choice.source.citation
    """The sources in one short line, for the screen."""
    detail: Words = lambda asked: ""
    """What else is to be known of it, for who opens what is behind it."""
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
    credit: str
    detail: str

    def rows(self) -> pd.DataFrame:
        """Give the rows that the chart draws."""
        return self.table.to_pandas()

    def objects(self) -> queries.Objects:
        """Give the rows as objects, for words."""
        return queries.as_objects(self.table)

    def lit(self, study: str | None) -> pa.Table:
        """Give the rows with whether each belongs to a study: empty where that says nothing.

        That is of the child, of rows that are no study's, and of all rows where the study has none. So nothing fades in vain.

        Args:
            study: the label of a publication, such as "Gorse 2001"; None lights nothing.
        """
        names, unknown = self.table.column_names, pa.nulls(self.table.num_rows, pa.bool_())
        if "publication" not in names:
            return self.table
        lit: Any = compute.equal(self.table["publication"], study) if study else unknown
        if study and compute.any(lit).as_py():
            beside = compute.equal(self.table["publication"], "")
            if "verdict" in names:
                beside = compute.or_(beside, compute.equal(self.table["verdict"], "child"))
            lit = compute.if_else(beside, None, lit)
        else:
            lit = unknown
        return self.table.append_column("lit", lit)

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

    def room(self) -> int:
        """Give how many pixels a page keeps free for the chart until it arrives."""
        key = ("room", self.figure.query, self.choice.filter, json.dumps(dict(self.settings), sort_keys=True))
        found: int = self.choice.source.answers.get(key, lambda: room(self.specification(), self.rows()))
        return found

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
    if "left" in figure.options:
        settings = {**settings, **dict(zip(("left", "right"), comparison_words.names(choice), strict=True))}
    caption = figure.caption(asked)
    short = figure.short(asked) if figure.short else caption
    notes = tuple(note for note in [*figure.legend(asked).split("\n"), *figure.sources(asked)] if note)
    return Exhibit(
        figure, choice, settings, table, figure.title(asked), caption, short, notes, figure.credit(asked), figure.detail(asked)
    )


def _text(*parts: str | Words) -> Words:
    """Give words made of fixed parts and of parts that depend on the rows."""
    return lambda asked: " ".join(filter(None, (part if isinstance(part, str) else part(asked) for part in parts)))


def _of_objects(title: Callable[[queries.Objects], str]) -> Words:
    return lambda asked: title(asked.objects)


def _of_rows(title: Callable[[pd.DataFrame], str]) -> Words:
    return lambda asked: title(asked.rows)


def _key(*parts: str | Callable[[queries.Objects], list[str]], looks: Mapping[str, str] = counts.LOOKS) -> Words:
    """Give words on how marks are drawn: parts, or what gives some of the rows, then the verdicts that are there."""

    def text(asked: Asked) -> str:
        told = [part for one in parts for part in ([one] if isinstance(one, str) else one(asked.objects))]
        return counts.legend(asked.objects, looks, *told)

    return text


def _names(asked: Asked) -> tuple[str, str]:
    return comparison_words.names(asked.choice)


def _counted(asked: Asked) -> queries.Objects:
    return [row for row in asked.objects if row.counted]


_legend = _key()
_intervals: Words = lambda asked: comparison_words.intervals(asked.objects, asked.settings["method"])  # noqa: E731
_sides: Words = lambda asked: "{}: to the left, blue; {}: to the right, purple.".format(*_names(asked))  # noqa: E731
_TWICE = "A patient taken to be reported twice"
_FINDINGS: dict[str, Any] = {
    "limited": False,
    "legend": _text(_of_objects(outcome_words.key), "Denominators differ; nothing is pooled."),
    "sources": lambda asked: outcome_words.sources(asked.objects),
    "credit": lambda asked: outcome_words.credit(asked.objects),
}

AGES = Figure(
    "literature/ages", literature.ages, _of_objects(counts.ages),
    _text("Point: an exact age; bar: a printed range; dotted line: 18 years.", _legend),
    detail=_text(f"{_TWICE} stands in both rows."),
)  # fmt: skip
PUBLICATIONS = Figure(
    "literature/publications", literature.publications, _of_objects(counts.share),
    _text("Patients per publication, the largest darker.", _legend),
)  # fmt: skip
COMPOSITION = Figure(
    "literature/composition", literature.composition,
    lambda asked: counts.composition(asked.objects, asked.settings["unit"]),
    _text(lambda asked: f"Counted in {asked.settings['unit']}.", _legend),
    detail=_text(lambda asked: "A publication that tells of both diseases counts in each."
                 if asked.settings["unit"] == "publications" else ""),
)  # fmt: skip
_COURSES = _key(counts.shapes, "bar: a range", "× n: patients")
DOSE = Figure(
    "literature/dose", doses.dose, _of_objects(counts.dose),
    _text("A band is one printed dose, the shortest course first.", _COURSES), legend=_COURSES,
    detail=_text("Lanes inside a band keep courses apart and tell nothing else."),
)  # fmt: skip
THERAPY = Figure(
    "literature/therapy", literature.therapy, _of_objects(counts.therapy),
    _text("From zero: a printed length (× patients); floating: a printed range.",
          _key(lambda rows: ["arrow: still treated"] * any(row.verdict == "child" for row in rows))),
    legend=_legend,
)  # fmt: skip
PROPORTIONS = Figure(
    "comparison/proportions", comparison.proportions, lambda asked: comparison_words.apart(asked.objects, _names(asked)),
    _text("Point: share where the count is certain; pale bar: every share that stays possible.", _intervals),
    legend=_text("Pale: bounds.", _intervals), options=("left", "right"),
    derive=lambda asked: proportion.with_intervals(asked.rows, asked.settings["method"]),
    detail=_text("Shares are of the patients who are on a side for certain; their counts stand to the right. An interval is "
                 "drawn only where each patient counted has a table row alone: patients of one row share what is printed. "
                 f"Total IgE and tryptase are assessed where a direction is printed. {_TWICE} has a property for certain "
                 "only where both reports agree."),
)  # fmt: skip
TREATMENT = Figure(
    "comparison/profile", comparison.profile,
    lambda asked: comparison_words.treatment(asked.objects, queries.objects("comparison/counts", asked.choice), _names(asked)),
    _text("A line is a value as printed; a range is one line.", _legend),
    options=("part", "left", "right"), settings={"part": "treatment", "topics": comparison.TOPICS["treatment"]},
    legend=_text(_sides, _legend),
    detail=_text("Nobody knows where in a range a patient lies. The same patient can stand on both sides: possible on both, or "
                 "certain on both where one side holds the other, or where two reports years apart are taken to tell of one "
                 "person."),
)  # fmt: skip
PATIENTS = Figure(
    "comparison/profile", comparison.profile, lambda asked: comparison_words.patients(asked.objects, _names(asked)),
    _text("Directions of biomarkers are no benefit.", _legend),
    options=("part", "left", "right"), settings={"part": "patients", "topics": comparison.TOPICS["patients"]},
    legend=_text(_sides, _legend),
    detail=_text(f"Counted in patients, with what is not assessed. {_TWICE} can stand in two lines; two directions in one line "
                 "leave both open."),
)  # fmt: skip
PLOT = Figure(
    "directions/plot", directions.plot,
    lambda asked: direction_words.plot_title(
        asked.objects, "publications" if asked.settings["unit"] == "publications" else "table rows"
    ),
    _text("Arrows show which way a biomarker went, not benefit.", _of_objects(direction_words.key)),
    _of_objects(direction_words.key),
    legend=_of_objects(direction_words.key),
    detail=_text("The more patient reports, the larger the mark. Two signs in one printed cell leave both directions open."),
)  # fmt: skip
TALLY = Figure(
    "directions/tally", directions.tally, _of_objects(direction_words.tally_title),
    _text("Mixed: the rows of one patient or publication differ.", _legend),
    options=("unit",),
    detail=_text(f"Possible ones make a number a range. {_TWICE} with other directions is mixed."),
)  # fmt: skip
INFLUENCE = Figure(
    "directions/influence", directions.influence, _of_objects(direction_words.influence_title),
    _text("Each line leaves one publication out; grey keeps all.", _of_objects(direction_words.bounds)),
    legend=_text("Each line leaves one publication out; the grey mark keeps all."),
    detail=_text(_of_objects(direction_words.dominance), "Mixed counts as assessed, and as none of the three directions. "
                 "Publications that change nothing are not listed."),
)  # fmt: skip
RESPONSES = Figure(
    "outcomes/responses", outcomes.responses, _of_objects(outcome_words.responses),
    _text("One bar per group (n), never pooled; the darker, the more complete.", _of_objects(outcome_words.key)),
    detail=_text("Derived: from a percentage or by subtraction.", _of_objects(outcome_words.neighbours),
                 _of_objects(outcome_words.kept_out)),
    **_FINDINGS,
)  # fmt: skip
TRIAL = Figure(
    "outcomes/trial", outcomes.trial, _of_objects(outcome_words.trial), _of_objects(outcome_words.tests),
    detail=_of_objects(outcome_words.kept_out), **_FINDINGS,
)  # fmt: skip
RESOLUTION = Figure(
    "outcomes/resolution", outcomes.resolution, _of_objects(outcome_words.resolution),
    _text("A systematic review of adults, complete responses only. Hollow: nobody says how many had each symptom."),
    detail=_text("Without the number who had a symptom, these are no shares of the patients of the review.",
                 _of_objects(outcome_words.kept_out)),
    **_FINDINGS,
)  # fmt: skip
HARMS = Figure(
    "outcomes/harms", outcomes.harms, _of_objects(outcome_words.harms),
    _text("Point: share with the event where it was counted in several; bar: its 95 % Wilson interval.",
          lambda asked: counts.legend(_counted(asked), outcome_words.LOOKS)),
    detail=_of_objects(outcome_words.kept_out),
    **_FINDINGS | {
        "sources": lambda asked: outcome_words.sources(_counted(asked)),
        "legend": lambda asked: counts.legend(_counted(asked), outcome_words.LOOKS),
    },
)  # fmt: skip
GAPS = Figure(
    "outcomes/gaps", gaps.gaps, _of_objects(outcome_words.gaps),
    _text("Patients, below them publications, and how many of those have outcomes here.", _of_objects(outcome_words.cells)),
    limited=False, legend=_of_objects(outcome_words.cells),
    detail=_text(lambda asked: f"Patients of {asked.choice.source.name} by age in years, disease and dose, as bounds.",
                 "One taken to be reported twice can stand in two cells."),
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
    _text("One square per statement: = agrees, ≈ agrees within rounding, ≠ differs, ? cannot be checked. Statements overlap, "
          "so the counts are no score."),
    limited=False, legend=_text(""), derive=lambda asked: claim_words.placed(asked.choice), filtered=False,
    detail=_text("Statements are held against the tables. One that cannot be checked says nothing against it."),
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
# The figures of the stage: the rows of a page's figure, in fewer lines.
_STAGED = MappingProxyType({"part": "stage"})
STAGE_PATIENTS = PATIENTS_FOUND._replace(chart=stage.patients, settings=_STAGED)
STAGE_PUBLICATIONS = PUBLICATIONS._replace(chart=stage.publications, settings=_STAGED)
STAGE_GROUPS = PROPORTIONS._replace(
    chart=stage.groups, options=(), settings=_STAGED, legend=_text("Pale: bounds.", _intervals),
    caption=_text("Point: share where the count is certain. Pale bar: every share that is possible once those who may belong "
                  "are counted."),
    short=None,
)  # fmt: skip
STAGE_BIOMARKERS = [figure._replace(chart=stage.biomarker, settings={**figure.settings, **_STAGED}) for figure in BIOMARKERS]
STAGE_INFLUENCE = INFLUENCE._replace(chart=stage.influence, settings=_STAGED)
STAGE = [STAGE_PATIENTS, STAGE_PUBLICATIONS, STAGE_GROUPS, STAGE_INFLUENCE, *STAGE_BIOMARKERS]
FIGURES = [
    *OVERVIEW, AGES, PUBLICATIONS, COMPOSITION, DOSE, THERAPY, PROPORTIONS, TREATMENT, PATIENTS, PLOT, TALLY, INFLUENCE,
    RESPONSES, TRIAL, RESOLUTION, HARMS, GAPS, TIMELINE, STORY_STAGE, SCORE, *BIOMARKERS, CLAIMS,
    *STAGE,
]  # fmt: skip


def first_settings(figure: Figure) -> dict[str, Any]:
    """Give the settings of a first visit to whatever draws a figure: what warms up, and what tests begin with."""
    if figure is TIMELINE:
        return {"view": filters.VIEWS[0], "open": [], "event": ""}
    return {
        "unit": filters.UNITS[0], "child": False, "excluded": True, "method": "Wilson",
        "biomarker": direction_words.BIOMARKERS[0], "direction": filters.DIRECTIONS[0],
    }  # fmt: skip
