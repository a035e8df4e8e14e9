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
import simulated
from charts.case import BIOMARKERS
from data.source import Choice, Source
from words import case, claims, comparison, counts, directions, outcomes, references


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
        """Give the references of its source, and of another the paper and every publication whose numbers a step draws."""
        drawn: dict[Source, set[str]] = {source: set() for step in self.steps for source in step.sources}
        for step in self.steps:
            if step.exhibit and "publication" in (rows := step.exhibit.rows()):
                drawn[step.exhibit.choice.source].update(rows["publication"].dropna())
        own, lines = self.choice.source, []
        for source in [*(drawn.keys() - {own}), own]:
            entries, labels = references.entries(Choice(source)), drawn.get(source, set())
            lines += [
                references.line(entry)
                for number, entry in enumerate(entries)
                if source is own or number == 0 or entry["label"] in labels
            ]
            of_table = {row["publication"] for row in queries.ask("literature/choices", Choice(source)).to_pylist()}
            if rest := sorted(labels & of_table - {entry["label"] for entry in entries}):
                lines.append(f"Known here through {source.name} alone: {', '.join(rest)}.")
        return lines


def _figure(key: str, choice: Choice, exhibit: figures.Exhibit, notes: Sequence[str], title: str = "") -> Step:
    source = exhibit.choice.source
    filtered = exhibit.figure.filtered and source is choice.source
    return Step(key, title or exhibit.title, exhibit.short, "\n".join(notes), exhibit, filtered=filtered, sources=(source,))


def _built_in(choice: Choice) -> Choice:
    """Give the choice for what only the built-in source tells: the child, the trial, the outcomes and the paper."""
    return choice if choice.source.built_in else Choice(queries.built_in())


def _alone(choice: Choice) -> Choice:
    """Give the built-in source without a filter, for what is said of one publication whatever is looked at."""
    return Choice(_built_in(choice).source)


def question(choice: Choice) -> Step:
    """Give the question, over the map of where there is evidence at all."""
    filtered = bool(filters.phrases(choice))
    everyone = f"the patients who match in {choice.source.name}" if filtered else choice.source.name
    return _figure("question", choice, figures.show(figures.GAPS, choice), [
        "A child with systemic mastocytosis has symptoms under first-line therapy. What is known of omalizumab in children "
        "like this one?",
        "Point at the cell of children with systemic mastocytosis on the child's dose, then at the empty cells.",
        "Ask: before any number, what would you want to know to treat the next child?",
    ], counts.young(queries.objects("literature/young", choice), everyone))  # fmt: skip


def timeline(choice: Choice) -> Step:
    """Give the child's course from the first dose, in the tracks that fit one screen."""
    exhibit = figures.show(figures.STORY_STAGE, _built_in(choice))
    told = {row.quantity: row.low for row in queries.objects("case/spoken", _built_in(choice))}
    return _figure("timeline", choice, exhibit, [
        f"Skin lesions in the first year of life, cutaneous mastocytosis at {told['Cutaneous mastocytosis']:g} months; at "
        f"{told['referral']:g} years referral for anaphylaxis and high tryptase, then indolent systemic mastocytosis. "
        "The paper calls first-line therapy a failure a year after that diagnosis; omalizumab follows, "
        f"{told['dose']:g} mg every {told['interval']:g} weeks at first.",
        "The missed dose has no date: only its place in the order is printed.",
        "Ask: which of these events would you accept as challenge, dechallenge and rechallenge?",
    ])  # fmt: skip


def response(choice: Choice) -> Step:
    """Give the symptom score by occasion."""
    exhibit = figures.show(figures.SCORE, _built_in(choice))
    missed = outcomes.missed(queries.objects("outcomes/stopping", _alone(choice)))
    printed = "; ".join(f"{row.occasion.lower()}: {row.value}" for row in exhibit.rows().itertuples())
    return _figure("response", choice, exhibit, [
        f"The score as printed, {printed}. As the paper tells it, {missed}.",
        "The paper calls the child free of symptoms a dose earlier than the score does. There is no comparison: what "
        "would have happened without omalizumab is not known.",
        "Ask: is one relapse after one missed dose evidence of an effect, or of a coincidence with a quarantine?",
    ], f"{exhibit.title}; symptoms returned after a missed dose")  # fmt: skip


def biomarkers(choice: Choice) -> Step:
    """Give the printed values of the three biomarkers as a table: they share no unit."""
    found = dict(zip(BIOMARKERS, (figures.show(figure, _built_in(choice)) for figure in figures.BIOMARKERS), strict=True))
    cells = [
        (name[0].upper() + name[1:], row.occasion, row.printed)
        for name, exhibit in found.items()
        for row in exhibit.rows().itertuples()
    ]
    elsewhere = outcomes.unchanged(queries.objects("outcomes/findings", _alone(choice)))
    return Step(
        "biomarkers", f"{found['total IgE'].title}. {found['tryptase'].title}",
        "Values as printed, one child. The values drawn in the paper's figure are not in its text, so they are not here.",
        f"{case.medians(found['tryptase'].rows())} {elsewhere}\n"
        "Ask: which of these would you measure in the next patient, and what value would change what you do?",
        table=pd.DataFrame(cells, columns=["Biomarker", "When", "Printed"]), filtered=False,
        sources=(_built_in(choice).source,),
    )  # fmt: skip


def literature(choice: Choice) -> Step:
    """Give the literature at a glance: patients per publication."""
    limits, conflict = choice.source.limits, ""
    exhibit = figures.show(figures.PUBLICATIONS, choice)
    if limits.reports > limits.patients:
        conflict = (
            f" The rows of the table sum to {limits.reports} reports of {limits.patients} patients, if "
            f"{limits.reports - limits.patients} of them are reported twice (an inference)."
        )
    return _figure("literature", choice, exhibit, [
        f"{counts.sizes(exhibit.objects())}{conflict}",
        "Ask: what does it do to your confidence when so many patients come from one publication?",
    ])  # fmt: skip


def children(choice: Choice) -> Step:
    """Give children against adults: shares with intervals on certain counts and bounds elsewhere."""
    left, right = (filters.changed(choice, age_group=group) for group in ["pediatric", "adult"])
    exhibit = figures.show(figures.PROPORTIONS, filters.sides(left, right), method="Wilson")
    printed = [queries.objects("literature/ages", choice, child=False), queries.objects("literature/publications", choice)]
    return _figure("children", choice, exhibit, [
        f"{comparison.pediatric(choice).replace('**', '')} {counts.straddling(*printed)} No significance test: nobody sampled "
        "these patients.",
        "Ask: what would you need to know of the publication with the age range to answer for children?",
    ], comparison.assessed(exhibit.objects(), ("children", "adults")))  # fmt: skip


def direction(choice: Choice) -> Step:
    """Give directions of effect: the plot, under the message of what one publication does to the count."""
    influence = _influence(choice)
    exhibit = figures.show(figures.PLOT, choice, unit="patients", child=choice.source.has_child)
    return _figure("directions", choice, exhibit, [
        f"{directions.dominance(influence.objects())} An arrow is a direction of a biomarker, not a benefit. No sign test: "
        "patients are neither independent nor sampled.",
        "Ask: does a rise of total IgE on an anti-IgE antibody tell you anything about symptoms?",
    ], influence.title)  # fmt: skip


def _influence(choice: Choice) -> figures.Exhibit:
    return figures.show(figures.INFLUENCE, choice, unit="patients", biomarker="total IgE", direction="up")


def trial(choice: Choice) -> Step:
    """Give the randomised trial, both arms and both baselines."""
    exhibit, built_in = figures.show(figures.TRIAL, _built_in(choice)), _alone(choice)
    cells = queries.objects("literature/table", built_in, search="")
    told = outcomes.against_table(exhibit.objects(), queries.objects("outcomes/findings", built_in), cells)
    return _figure("trial", choice, exhibit, [
        f"Both arms and both baselines, because a fall in one arm means little where the other began so far from it. {told}",
        "Ask: what would a trial need to look like to answer the question of the first step?",
    ])  # fmt: skip


def responses(choice: Choice) -> Step:
    """Give the responses that abstracts count, each study on its own denominator."""
    exhibit, built_in = figures.show(figures.RESPONSES, _built_in(choice)), _alone(choice)
    withdrawn = outcomes.withdrawn(exhibit.objects(), queries.objects("literature/publications", built_in))
    return _figure("responses", choice, exhibit, [
        f"Denominators differ and nothing is added up. {withdrawn}",
        "Ask: who is missing from these bars?",
    ])  # fmt: skip


def ages(choice: Choice) -> Step:
    """Give the ages of the literature, points and ranges."""
    return _figure("ages", choice, figures.show(figures.AGES, choice, child=choice.source.has_child), [
        "A filter answers certain or possible, because a range from childhood into adult age hides how many were children.",
        "Ask: how many of these were children? Move the filter and watch the bounds.",
    ])  # fmt: skip


def dose(choice: Choice) -> Step:
    """Give each dose as printed with the lengths of therapy under it."""
    return _figure("dose", choice, figures.show(figures.DOSE, choice, child=choice.source.has_child, excluded=False), [
        "A band is a dose as printed, and a line in it one course; it says nothing of what a higher dose does.",
        "Ask: which of these courses would you take for your next patient, and why that dose?",
    ])  # fmt: skip


def paper(choice: Choice) -> Step:
    """Give the paper check: one square per statement, by topic."""
    exhibit = figures.show(figures.CLAIMS, _built_in(choice))
    return _figure("paper", choice, exhibit, [
        f"Not to shame the authors. {claims.bases(exhibit.rows())} Open one on the paper check page.",
        "Ask: which of the differences would change how you read the conclusion?",
    ])  # fmt: skip


def interval(choice: Choice) -> Step:
    """Give what two models say of the weeks after the last injection, and that it is not the relapse."""
    return _figure("interval", choice, figures.show(simulated.AFTER, _alone(choice)), [
        "Two models of the drug and immunoglobulin E (IgE), fitted to adults and adolescents with asthma or rhinitis. The "
        "child lies outside the data of both, and free IgE is no measure of mast-cell symptoms. No interval is recommended.",
        "Ask: what besides free IgE might lie behind the weeks in which symptoms came back?",
    ])  # fmt: skip


def bottom_line(choice: Choice) -> Step:
    """Give what is known and what is not, as a table; the words are written for it, the numbers asked for."""
    built_in = _alone(choice)
    matching = queries.run("literature/counts", choice).set_index("unit").loc["patients"]
    score = queries.run("case/score", built_in)["value"]
    silent = queries.ask("outcomes/silent", choice).num_rows
    findings, ages = queries.objects("outcomes/findings", built_in), queries.objects("literature/ages", choice, child=False)
    harms, young = queries.objects("outcomes/harms", built_in), queries.objects("comparison/definitions", choice)[-1]
    rows = [
        (
            f"One child: score {score.iloc[0]} before, {score.iloc[len(score) - 1]} at the end; symptoms returned after a "
            "missed dose and went after the re-start",
            "Whether that was the drug, and whether another child would fare so",
        ),
        (
            f"{counts.bounds(matching)} of {matching['total']} patients match; "
            f"{counts.up_to(young.certain, young.at_most)} of all are {young.definition}",
            f"How old many of them were: of {counts.ranged(ages)} only a range is printed",
        ),
        (_influence(choice).title, "Whether a biomarker's direction goes with benefit"),
        (outcomes.trial(queries.objects("outcomes/trial", built_in)), outcomes.unseen(findings)),
        (
            outcomes.responses(queries.objects("outcomes/responses", built_in)),
            f"What happened to the patients of {silent} matching publications without outcome facts here",
        ),
        (outcomes.harmed(harms), "How often harm happens, above all in children"),
    ]
    return Step(
        "bottom-line", "One child, case reports and one trial: what is known, and what is not",
        "Case reports favour success. MastoScope gives no medical advice.",
        "Say first what you would not conclude. Then ask the room for one sentence each.\n"
        "Ask: would you treat the next child, what would you tell the family, and what would you record so that the next "
        "table is better?",
        table=pd.DataFrame(rows, columns=["Known", "Not known"]),
        sources=tuple(dict.fromkeys([choice.source, built_in.source])),
    )  # fmt: skip


# Every step by its key, which is also its address.
STEPS: dict[str, Callable[[Choice], Step]] = {
    "question": question, "timeline": timeline, "response": response, "biomarkers": biomarkers, "literature": literature,
    "children": children, "directions": direction, "trial": trial, "paper": paper, "bottom-line": bottom_line,
    "ages": ages, "dose": dose, "responses": responses, "interval": interval,
}  # fmt: skip


def steps(keys: list[str], choice: Choice) -> list[Step]:
    """Give the chosen steps in the chosen order, computed under one choice; unknown keys are left out."""
    return [STEPS[key](choice) for key in keys if key in STEPS]
