"""The steps of the journal-club talk: one message and one figure each, under the current filters.

A step is a figure with what the speaker says to it. Where the message of the talk is not the figure's own title, it stands
here.
"""

from collections.abc import Callable, Sequence
from datetime import date
from typing import NamedTuple

import pandas as pd

import figures
import filters
import queries
from charts.case import BIOMARKERS
from data.notation import written
from data.source import Choice, Source
from words import case, comparison, directions, outcomes, references
from words.counts import ranged


class Step(NamedTuple):
    """One step: a title that says what is seen, how to read it, notes for the speaker, and a figure or a table."""

    key: str
    title: str
    caption: str
    notes: str
    exhibit: figures.Exhibit | None = None
    table: pd.DataFrame | None = None
    filtered: bool = True
    """Whether the filters apply."""
    sources: tuple[Source, ...] = ()
    """Where it comes from; the source of the talk where it names none."""

    @property
    def name(self) -> str:
        """Give what the step is called in the choice of steps."""
        return filters.STEPS[self.key]


class Talk(NamedTuple):
    """What leaves the house as slides or handout."""

    steps: list[Step]
    choice: Choice
    sentence: str
    """The filters in words; they stand wherever they apply."""
    address: str
    """Reopens the view; left out where it is empty."""
    made: date

    def references(self) -> list[str]:
        """Give the references of its source, and the paper first where some step is about that and the source is another."""
        entries, named = references.entries(self.choice), {source for step in self.steps for source in step.sources}
        others = [references.entries(Choice(source))[0] for source in named - {self.choice.source}]
        return [references.line(entry) for entry in [*others, *entries]]


def _figure(key: str, choice: Choice, exhibit: figures.Exhibit, notes: Sequence[str], title: str = "") -> Step:
    source = exhibit.choice.source
    filtered = exhibit.figure.filtered and source is choice.source
    return Step(key, title or exhibit.title, exhibit.short, "\n".join(notes), exhibit, filtered=filtered, sources=(source,))


def _built_in(choice: Choice) -> Choice:
    """Give the choice for what only the built-in source tells: the child, the trial, the outcomes and the paper."""
    return choice if choice.source.built_in else Choice(queries.built_in())


def question(choice: Choice) -> Step:
    """Give the question, over the map of where there is evidence at all."""
    exhibit = figures.show(figures.GAPS, choice)
    rows = exhibit.rows()
    cell = rows[(rows["age_band"] == "Under 18") & (rows["cell_disease"] == "systemic") & (rows["dose_band"] == "300 mg")].iloc[
        0
    ]
    known = "no patient" if cell["at_most"] == 0 else f"patients: {cell['patients']}"
    return _figure("question", choice, exhibit, [
        "A child with systemic mastocytosis does not respond to first-line therapy. May omalizumab help?",
        "Point at the cell of children with systemic mastocytosis on 300 mg, then at the empty cells.",
        "Ask: before any number, what would you want to know to treat the next child?",
    ], f"What is known of children like this one? On the same dose, {known}")  # fmt: skip


def timeline(choice: Choice) -> Step:
    """Give the child's course from the first dose, in the lanes that fit one screen."""
    lanes = ["Episodes", "Symptom burden", "Omalizumab injections", "Missed dose"]
    exhibit = figures.show(figures.TIMELINE, _built_in(choice), **figures.timeline_settings("first dose", "Omalizumab", lanes))
    rows = exhibit.rows()
    return _figure("timeline", choice, exhibit, [
        "Skin lesions from the second month, cutaneous mastocytosis at 12 months, anaphylaxis and referral at 8, indolent "
        "systemic "
        "mastocytosis, a year of first-line therapy without benefit, then omalizumab 300 mg every 4 weeks.",
        "The missed dose has no date: only its place in the order is printed.",
        "Ask: which of these events would you accept as challenge, dechallenge and rechallenge?",
    ], f"One child, first dose at {case.first_dose(rows)}: {len(case.marks(rows))} events")  # fmt: skip


def response(choice: Choice) -> Step:
    """Give the symptom score by occasion."""
    exhibit = figures.show(figures.SCORE, _built_in(choice))
    return _figure("response", choice, exhibit, [
        "The score falls after the first dose and is 0 after the third. After a missed dose, 6 weeks from the last injection, "
        "flushing, "
        "headache and diarrhoea return and the child depends on steroids; they go again after the re-start.",
        "The paper calls the child free of symptoms after the second dose in one place, and scores 0 after the third in "
        "another.",
        "Ask: is one relapse after one missed dose evidence of an effect, or of a coincidence with a quarantine?",
    ], f"{exhibit.title}; a missed dose brought symptoms back")  # fmt: skip


def biomarkers(choice: Choice) -> Step:
    """Give the printed values of the three biomarkers as a table: they share no unit."""
    found = dict(zip(BIOMARKERS, (figures.show(figure, _built_in(choice)) for figure in figures.BIOMARKERS), strict=True))
    cells = [
        (name[0].upper() + name[1:], row.occasion, row.printed)
        for name, exhibit in found.items()
        for row in exhibit.rows().itertuples()
    ]
    return Step(
        "biomarkers", f"{found['total IgE'].title}. {found['tryptase'].title}",
        "Values as printed, one child. The values drawn in the paper's figure are not in its text, so they are not here.",
        "Tryptase hardly changes and stays above its normal limit. Total IgE rises; the KIT D816V allele burden in blood "
        "falls. Elsewhere "
        "(PMID 28662309; how many were measured is not given) neither tryptase nor allele burden changed significantly.\n"
        "Ask: which of these would you measure in the next patient, and what value would change what you do?",
        table=pd.DataFrame(cells, columns=["Biomarker", "When", "Printed"]), filtered=False,
        sources=(_built_in(choice).source,),
    )  # fmt: skip


def literature(choice: Choice) -> Step:
    """Give the literature at a glance: patients per publication."""
    limits, conflict = choice.source.limits, ""
    if limits.reports > limits.patients:
        conflict = (
            f" The rows sum to {limits.reports} reports of {limits.patients} patients, if "
            f"{limits.reports - limits.patients} of them are reported twice (an inference)."
        )
    return _figure("literature", choice, figures.show(figures.PUBLICATIONS, choice), [
        f"{limits.publications} publications, most of one or two patients.{conflict}",
        "Ask: what does it do to your confidence when so many patients come from one publication?",
    ])  # fmt: skip


def children(choice: Choice) -> Step:
    """Give children against adults: shares with intervals on certain counts and bounds elsewhere."""
    left, right = (filters.changed(choice, age_group=group) for group in ["pediatric", "adult"])
    exhibit = figures.show(figures.PROPORTIONS, filters.sides(left, right), method="Wilson")
    return _figure("children", choice, exhibit, [
        f"{comparison.pediatric(choice).replace('**', '')} Most ages are printed only as a range that includes both children "
        "and adults, "
        "so most patients could stand on either side. No significance test: nobody sampled these patients.",
        "Ask: what would you need to know of the publication with the age range to answer for children?",
    ], comparison.assessed(exhibit.objects(), ("children", "adults")))  # fmt: skip


def direction(choice: Choice) -> Step:
    """Give directions of effect: the plot, under the message of what one publication does to the count."""
    influence = _influence(choice)
    exhibit = figures.show(figures.PLOT, choice, unit="patient reports", child=choice.source.has_child)
    return _figure("directions", choice, exhibit, [
        f"{directions.dominance(influence.objects())} An arrow is a direction of a biomarker, not a benefit. No sign test: "
        "reports are neither "
        "independent nor sampled.",
        "Ask: does a rise of total IgE on an anti-IgE antibody tell you anything about symptoms?",
    ], influence.title)  # fmt: skip


def _influence(choice: Choice) -> figures.Exhibit:
    return figures.show(figures.INFLUENCE, choice, unit="patient reports", biomarker="total IgE", direction="up")


def trial(choice: Choice) -> Step:
    """Give the randomised trial, both arms and both baselines."""
    return _figure("trial", choice, figures.show(figures.TRIAL, _built_in(choice)), [
        "Both arms and both baselines, because a fall by half in one arm means little where the other arm began twice as "
        "high. The abstract "
        "prints 7 and 9 patients and a dose by IgE and weight; Table 1 prints 5 patients and 150 mg every 4 weeks.",
        "Ask: what would a trial need to look like to answer the question of the first step?",
    ])  # fmt: skip


def responses(choice: Choice) -> Step:
    """Give the responses that abstracts count, each study on its own denominator."""
    return _figure("responses", choice, figures.show(figures.RESPONSES, _built_in(choice)), [
        "Denominators differ and nothing is added up. Two of 13 patients withdrew at the first dose; Table 1 prints 11 for "
        "that study.",
        "Ask: who is missing from these bars?",
    ])  # fmt: skip


def ages(choice: Choice) -> Step:
    """Give the ages of the literature, points and ranges."""
    return _figure("ages", choice, figures.show(figures.AGES, choice, child=choice.source.has_child), [
        "A filter answers certain or possible, because a range that spans 18 years hides how many were children.",
        "Ask: how many of these were children? Move the filter and watch the bounds.",
    ])  # fmt: skip


def paper(choice: Choice) -> Step:
    """Give the paper check: one square per statement, by topic."""
    return _figure("paper", choice, figures.show(figures.CLAIMS, _built_in(choice)), [
        "Not to shame the authors: most differences are between abstract and body, or between the table and its text. Open "
        "one on the "
        "paper check page.",
        "Ask: which of the differences would change how you read the conclusion?",
    ])  # fmt: skip


def bottom_line(choice: Choice) -> Step:
    """Give what is known and what is not, as a table."""
    counts = queries.run("literature/counts", choice).set_index("unit").loc["patients"]
    score = queries.run("case/score", _built_in(choice))["value"]
    silent = queries.ask("outcomes/silent", choice).num_rows
    unknown_ages = ranged(figures.show(figures.AGES, choice, child=False).objects())
    rows = [
        (
            f"One child: score {score.iloc[0]} to {score.iloc[-1]}, a relapse after a missed dose, symptoms gone after the "
            "re-start",
            "Whether another child would respond, at which dose, and for how long",
        ),
        (
            f"{written(counts['certain'], counts['certain'] + counts['possible'])} of {counts['total']} patients of the "
            "literature "
            "match the filters",
            f"How old many of them were: {unknown_ages} patient reports print only a range",
        ),
        (_influence(choice).title, "Whether any of these directions goes with benefit"),
        (
            outcomes.trial(queries.run("outcomes/trial", _built_in(choice))),
            "The results of a second randomised trial (ACTRN12613001096741)",
        ),
        (
            figures.show(figures.CLAIMS, _built_in(choice)).title,
            f"What happened to the patients of {silent} matching publications without outcome facts here",
        ),
    ]
    return Step(
        "bottom-line", "One child, case reports and one trial: what is known, and what is not",
        "Case reports favour success. MastoScope gives no medical advice.",
        "Say first what you would not conclude. Then ask the room for one sentence each.\n"
        "Ask: would you treat the next child, what would you tell the family, and what would you record so that the next "
        "table is better?",
        table=pd.DataFrame(rows, columns=["Known", "Not known"]),
        sources=tuple(dict.fromkeys([choice.source, _built_in(choice).source])),
    )  # fmt: skip


# Every step by its key, which is also its address.
STEPS: dict[str, Callable[[Choice], Step]] = {
    "question": question, "timeline": timeline, "response": response, "biomarkers": biomarkers, "literature": literature,
    "children": children, "directions": direction, "trial": trial, "paper": paper, "bottom-line": bottom_line,
    "ages": ages, "responses": responses,
}  # fmt: skip


def steps(keys: list[str], choice: Choice) -> list[Step]:
    """Give the chosen steps in the chosen order, computed under one choice; unknown keys are left out."""
    return [STEPS[key](choice) for key in keys if key in STEPS]
