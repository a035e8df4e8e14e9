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
from data.source import Choice, Source
from words import case, claims, comparison, counts, directions, outcomes, overview, references

# The one figure of the child's course.
CHILD = figures.STORY_STAGE


class Step(NamedTuple):
    """One step: a title that says what is seen, how to read it, notes for the speaker, and figures, a table or lines."""

    key: str
    title: str
    caption: str
    notes: str
    exhibits: tuple[figures.Exhibit, ...] = ()
    """One figure, or a few small ones side by side, each with its own title."""
    table: pd.DataFrame | None = None
    lines: tuple[str, ...] = ()
    """What the opening says below its title."""
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
        for exhibit in (exhibit for step in self.steps for exhibit in step.exhibits):
            rows, source = exhibit.rows(), exhibit.choice.source
            if "publication" in rows:
                drawn[source].update(rows["publication"].dropna())
            elif "publication_id" in rows:
                names = {row["publication_id"]: row["publication"] for row in _publications(source)}
                drawn[source].update(names[key] for key in rows["publication_id"].dropna() if key in names)
        own, lines = self.choice.source, []
        for source in [*(drawn.keys() - {own}), own]:
            entries, labels = references.entries(Choice(source)), drawn.get(source, set())
            lines += [
                references.line(entry)
                for number, entry in enumerate(entries)
                if source is own or number == 0 or entry["label"] in labels
            ]
            of_table = {row["publication"] for row in _publications(source)}
            if rest := sorted(labels & of_table - {entry["label"] for entry in entries}):
                lines.append(f"Known here through {source.name} alone: {', '.join(rest)}.")
        return lines


def _publications(source: Source) -> list[dict[str, str]]:
    """Give the publications of the table of a source, each by its key and its name."""
    rows: list[dict[str, str]] = queries.ask("literature/choices", Choice(source)).to_pylist()
    return rows


def _figure(
    key: str, choice: Choice, exhibit: figures.Exhibit, notes: Sequence[str], title: str = "", caption: str = ""
) -> Step:
    source = exhibit.choice.source
    return Step(
        key, title or exhibit.title, caption or exhibit.short, "\n".join(notes), (exhibit,),
        filtered=exhibit.figure.filtered and source is choice.source, sources=(source,),
    )  # fmt: skip


def _verdicts(exhibit: figures.Exhibit) -> str:
    """Give how verdicts are drawn, where not all marks are certain."""
    rows = exhibit.objects()
    return "" if {row.verdict for row in rows} == {"certain"} else counts.legend(rows)


def _built_in(choice: Choice) -> Choice:
    """Give the choice for what only the built-in source tells: the child, the trial, the outcomes and the paper."""
    return choice if choice.source.built_in else Choice(queries.built_in())


def _alone(choice: Choice) -> Choice:
    """Give the built-in source without a filter, for what is said of one publication whatever is looked at."""
    return Choice(_built_in(choice).source)


def title(choice: Choice) -> Step:
    """Give the opening: the question, what this is, and where its numbers come from."""
    source = choice.source
    return Step(
        "title", overview.ASKED, "",
        f"{overview.CASE} The talk asks what is known, from whom, and how surely.\n"
        "Ask: Who has treated such a child, and what decided the treatment?",
        lines=(
            overview.CASE, overview.scope(source), f"Table and case: {source.citation.removeprefix('Source: ')}",
            "Outcomes: abstracts and openings of the publications behind it, each cited where its numbers stand.",
        ),
        filtered=False, sources=(source,),
    )  # fmt: skip


def question(choice: Choice) -> Step:
    """Give the answer to the question in dots: who of the literature is like this child."""
    filtered = bool(filters.phrases(choice))
    everyone = f"the patients who match in {choice.source.name}" if filtered else choice.source.name
    alike = overview.alike(choice, queries.objects("case/dose", _alone(choice))[0].dose_mg)
    exhibit = figures.show(figures.STAGE_PATIENTS, alike)
    asked = ", ".join(filters.phrases(alike).values())
    return _figure("question", choice, exhibit, [
        "What is known of omalizumab in children like this one?",
        "Point at the solid dots, then at the dashed ones: nobody knows which of them are children.",
        "Ask: Before any number, what would you want to know to treat the next child?",
    ], counts.young(queries.objects("literature/young", choice), everyone),
       f"One dot per patient: {asked}. {counts.legend(exhibit.objects())}")  # fmt: skip


def child(choice: Choice) -> Step:
    """Give the child's course with its scores, in one figure."""
    exhibit = figures.show(CHILD, _built_in(choice))
    told = {row.quantity: row.low for row in queries.objects("case/spoken", _built_in(choice))}
    missed = outcomes.missed(queries.objects("outcomes/stopping", _alone(choice)))
    score = queries.objects("case/score", _alone(choice))
    printed = "; ".join(f"{row.occasion.lower()}: {row.value}" for row in score)
    return _figure("child", choice, exhibit, [
        f"Skin lesions in the first year of life, cutaneous mastocytosis at {told['Cutaneous mastocytosis']:g} months; at "
        f"{told['referral']:g} years referral for anaphylaxis and high tryptase, then indolent systemic mastocytosis. "
        "The paper calls first-line therapy a failure a year after that diagnosis; omalizumab follows, "
        f"{told['dose']:g} mg every {told['interval']:g} weeks at first.",
        f"The score as printed, {printed}. As the paper tells it, {missed}. The missed dose has no date: only its place in "
        "the order is printed. The paper calls the child free of symptoms a dose earlier than the score does.",
        "Ask: Is one relapse after one missed dose evidence of an effect, or of a coincidence with a quarantine?",
    ])  # fmt: skip


def biomarkers(choice: Choice) -> Step:
    """Give the printed values of the three biomarkers, each in a small figure, because they share no unit."""
    exhibits = tuple(figures.show(figure, _built_in(choice)) for figure in figures.STAGE_BIOMARKERS)
    elsewhere = outcomes.unchanged(queries.objects("outcomes/findings", _alone(choice)))
    tryptase, *others = (exhibit.rows() for exhibit in exhibits)
    return Step(
        "biomarkers", case.markers(tryptase, *others),
        "Values as printed, of one child; those of the paper's own figure are not in its text.",
        f"{case.medians(tryptase)} {elsewhere}\n"
        "Ask: Which of these would you measure in the next patient, and what value would change what you do?",
        exhibits=exhibits, filtered=False, sources=(_built_in(choice).source,),
    )  # fmt: skip


def literature(choice: Choice) -> Step:
    """Give the literature at a glance: patients per publication."""
    limits, conflict = choice.source.limits, ""
    exhibit = figures.show(figures.STAGE_PUBLICATIONS, choice)
    if limits.reports > limits.patients:
        conflict = (
            f" The rows of the table sum to {limits.reports} reports of {limits.patients} patients, if "
            f"{limits.reports - limits.patients} of them are reported twice (an inference)."
        )
    return _figure("literature", choice, exhibit, [
        f"{counts.sizes(exhibit.objects())}{conflict}",
        "Ask: What does it do to your confidence when so many patients come from one publication?",
    ], caption=f"Patients per publication. {_verdicts(exhibit)}".strip())  # fmt: skip


def children(choice: Choice) -> Step:
    """Give children against adults: shares with intervals on certain counts and bounds elsewhere."""
    left, right = (filters.changed(choice, age_group=group) for group in ["pediatric", "adult"])
    exhibit = figures.show(figures.STAGE_GROUPS, filters.sides(left, right), method="Wilson")
    printed = [queries.objects("literature/ages", choice, child=False), queries.objects("literature/publications", choice)]
    dose = queries.objects("case/dose", _alone(choice))[0].dose_mg
    return _figure("children", choice, exhibit, [
        f"{comparison.pediatric(choice).replace('**', '')} {counts.straddling(*printed)} No significance test: nobody sampled "
        "these patients.",
        "Ask: What would you need to know of the publication with the age range to answer for children?",
    ], comparison.on_dose(left, dose) or comparison.assessed(exhibit.objects(), ("children", "adults")))  # fmt: skip


def direction(choice: Choice) -> Step:
    """Give the share of total IgE that went up, with each publication left out in turn."""
    exhibit = figures.show(figures.STAGE_INFLUENCE, choice, unit="patients", biomarker="total IgE", direction="up")
    return _figure("directions", choice, exhibit, [
        f"{directions.dominance(exhibit.objects())} An arrow is a direction of a biomarker, not a benefit. No sign test: "
        "patients are neither independent nor sampled.",
        "Ask: Does a rise of total IgE on an anti-IgE antibody tell you anything about symptoms?",
    ], caption="Share of the assessed patients in whom it goes up. A direction is no benefit.")  # fmt: skip


def trial(choice: Choice) -> Step:
    """Give the randomised trial, both arms and both baselines."""
    exhibit, built_in = figures.show(figures.TRIAL, _built_in(choice)), _alone(choice)
    cells = queries.objects("literature/table", built_in, search="")
    told = outcomes.against_table(exhibit.objects(), queries.objects("outcomes/findings", built_in), cells)
    return _figure("trial", choice, exhibit, [
        f"Both arms and both baselines, because a fall in one arm means little where the other began so far from it. {told}",
        "Ask: What would a trial need to look like to answer the question of this talk?",
    ], caption=f"AFIRMM is a symptom score; the arms began too far apart for their falls to be compared. "
               f"{outcomes.kept_out(exhibit.objects())}".strip())  # fmt: skip


def harms(choice: Choice) -> Step:
    """Give every harm that is told, whatever the filters: from whom, and how often where it was counted."""
    built_in = _alone(choice)
    rows = queries.objects("outcomes/harms", built_in)
    return Step(
        "harms", f"Known harms: {outcomes.harmed(rows)}",
        "Not known: how often, above all in children. What nobody reports is not nothing.",
        f"{outcomes.known_harms(rows)}\n"
        "Ask: What would you tell the family, and what would you watch for after the injection?",
        table=pd.DataFrame(outcomes.harm_cells(rows), columns=["What is told", "In whom", "As printed"]),
        filtered=False, sources=(built_in.source,),
    )  # fmt: skip


def responses(choice: Choice) -> Step:
    """Give the responses that abstracts count, each study on its own denominator."""
    exhibit, built_in = figures.show(figures.RESPONSES, _built_in(choice)), _alone(choice)
    withdrawn = outcomes.withdrawn(exhibit.objects(), queries.objects("literature/publications", built_in))
    return _figure("responses", choice, exhibit, [
        f"Denominators differ and nothing is added up. {withdrawn}",
        "Ask: Who is missing from these bars?",
    ])  # fmt: skip


def ages(choice: Choice) -> Step:
    """Give the ages of the literature, points and ranges."""
    exhibit = figures.show(figures.AGES, choice, child=choice.source.has_child)
    return _figure("ages", choice, exhibit, [
        "A filter answers certain or possible, because a range from childhood into adult age hides how many were children.",
        "Ask: How many of these were children? Move the filter and watch the bounds.",
    ], caption=f"Point: exact age; bar: a printed range; dotted line: where adult age begins. {_verdicts(exhibit)}".strip(),
    )  # fmt: skip


def dose(choice: Choice) -> Step:
    """Give each dose as printed with the lengths of therapy under it."""
    exhibit = figures.show(figures.DOSE, choice, child=choice.source.has_child, excluded=False)
    return _figure("dose", choice, exhibit, [
        "A band is a dose as printed, and a line in it one course; it says nothing of what a higher dose does.",
        "Ask: Which of these courses would you take for your next patient, and why that dose?",
    ], caption=f"A band is a printed dose, a line in it a course. Round: systemic; square: cutaneous; × n: patients. "
               f"{_verdicts(exhibit)}".strip())  # fmt: skip


def paper(choice: Choice) -> Step:
    """Give the findings of the paper check that matter first: what the paper states, and what the rows give."""
    built_in = _alone(choice)
    rows = claims.checked(built_in)
    first = rows.set_index("claim_id").loc[claims.FIRST]
    cells = [(row.title, row.stated, row.recomputed) for row in first.itertuples()]
    return Step(
        "paper", claims.findings(built_in), claims.summary(rows),
        f"Not to shame the authors. {claims.bases(rows)} Open one on the paper check page.\n"
        "Ask: Which of the differences would change how you read the conclusion?",
        table=pd.DataFrame(cells, columns=["Statement", "The paper says", "Its tables and sources give"]),
        filtered=False, sources=(built_in.source,),
    )  # fmt: skip


def interval(choice: Choice) -> Step:
    """Give what two models say of the weeks after the last injection, and that it is not the relapse."""
    return _figure("interval", choice, figures.show(simulated.AFTER, _alone(choice)), [
        "Two models of the drug and immunoglobulin E (IgE), fitted to adults and adolescents with asthma or rhinitis. The "
        "child lies outside the data of both, and free IgE is no measure of mast-cell symptoms. No interval is recommended.",
        "Ask: What besides free IgE might lie behind the weeks in which symptoms came back?",
    ])  # fmt: skip


def bottom_line(choice: Choice) -> Step:
    """Give what is known and what is not, as a table; the words are written for it, the numbers asked for."""
    built_in = _alone(choice)
    score = queries.run("case/score", built_in)["value"]
    everybody, findings = Choice(choice.source), queries.objects("outcomes/findings", built_in)
    young, ages = (queries.objects(name, everybody, child=False) for name in ["comparison/definitions", "literature/ages"])
    pediatric = queries.objects("literature/counts", filters.changed(everybody, age_group="pediatric"))
    minors = counts.counted(next(row for row in pediatric if row.unit == "patients"))
    rows = [
        (
            f"One child: score {score.iloc[0]} before, {score.iloc[len(score) - 1]} at the end; symptoms returned after a "
            "missed dose and went after the re-start",
            "Whether that was the drug, and whether another child would fare so",
        ),
        (
            outcomes.trial(queries.objects("outcomes/trial", built_in)),
            f"How children fare: {minors}, are {young[-1].definition}; for {counts.ranged(ages)} only a range of ages is "
            "printed",
        ),
        (
            f"Harms: {outcomes.harmed(queries.objects('outcomes/harms', built_in))}",
            f"How often harm happens, above all in children. {outcomes.unseen(findings)}",
        ),
    ]
    return Step(
        "bottom-line", "One child, case reports and one trial: what is known, and what is not",
        "Case reports favour success. MastoScope gives no medical advice.",
        "Say first what you would not conclude. Then ask the room for one sentence each.\n"
        "Ask: Would you treat the next child, what would you tell the family, and what would you record so that the next "
        "table is better?",
        table=pd.DataFrame(rows, columns=["Known", "Not known"]),
        filtered=False, sources=tuple(dict.fromkeys([choice.source, built_in.source])),
    )  # fmt: skip


# Every step by its key, which is also its address.
STEPS: dict[str, Callable[[Choice], Step]] = {
    "title": title, "question": question, "child": child, "biomarkers": biomarkers, "literature": literature,
    "children": children, "directions": direction, "trial": trial, "harms": harms, "paper": paper,
    "bottom-line": bottom_line, "ages": ages, "dose": dose, "responses": responses, "interval": interval,
}  # fmt: skip


def steps(keys: list[str], choice: Choice) -> list[Step]:
    """Give the chosen steps in the chosen order, computed under one choice; unknown keys are left out."""
    return [STEPS[key](choice) for key in keys if key in STEPS]
