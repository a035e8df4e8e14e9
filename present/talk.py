"""The steps of the journal-club talk: one message and one figure each, computed under the current filters.

A step says everything that the page, the deck and the handout show of it, so that each is written once.
"""

from collections.abc import Callable
from functools import partial
from typing import Any, NamedTuple

import pandas as pd

import charts
import queries
from charts import case, comparison, directions, literature, outcomes
from charts import claims as claim_charts
from models import proportion
from present.names import NAMES
from widgets import comparison as sides
from widgets import directions as ways
from widgets import findings, words
from words import claims

Values = dict[str, Any]


class Step(NamedTuple):
    """One step: a title that says what is seen, how to read it, notes for the speaker, and a figure or a table.

    ``height`` is what the plot takes in pixels with all the lines it can have; ``filtered`` says whether the filters apply.
    """

    key: str
    name: str
    title: str
    caption: str
    notes: str
    values: Values
    query: str = ""
    chart: charts.Figure | None = None
    options: tuple[Any, ...] = ()
    height: int = 400
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
    known = "no patient" if cell["at_most"] == 0 else f"patients: {cell['patients']}"
    return Step(
        "question", NAMES["question"], f"What is known of children like this one? On the same dose, {known}",
        "Patients of Table 1 by age, disease and dose. Solid: some for certain; dashed: possible only; dotted: none. Below: publications, "
        "and how many of them have outcome facts here.",
        "A child with systemic mastocytosis does not respond to first-line therapy. May omalizumab help?\n"
        "Point at the cell of children with systemic mastocytosis on 300 mg, then at the empty cells.\n"
        "Ask: before any number, what would you want to know to treat the next child?",
        values, "outcomes/gaps", outcomes.gaps, height=408,
    )  # fmt: skip


def timeline(values: Values) -> Step:
    """Give the child's course from the first dose, in the lanes that fit one screen."""
    low, high = case.VIEWS["first dose"]["Omalizumab"]
    lanes = ["Episodes", "Symptom burden", "Omalizumab injections"]
    asked = {"axis": "first dose", "lanes": lanes, "view_from": low, "view_to": high}
    marks = queries.run("case/timeline", **asked)
    age = marks["first_dose_years"].max()
    return Step(
        "timeline", NAMES["timeline"], f"One child, first dose at about {age:g} years: {int((marks['kind'] != 'lane').sum())} events",
        "Filled: time stated; open circle: derived; diamond: only the order is known, somewhere on its dotted line. Shaded: missed dose, "
        "relapse and re-start.",
        "Skin lesions from the second month, cutaneous mastocytosis at 12 months, anaphylaxis and referral at 8, indolent systemic "
        "mastocytosis, a year of first-line therapy without benefit, then omalizumab 300 mg every 4 weeks.\n"
        "The missed dose has no date: only its place in the order is printed.\n"
        "Ask: which of these events would you accept as challenge, dechallenge and rechallenge?",
        asked, "case/timeline", case.timeline, ("first dose", "Omalizumab"), 300, filtered=False,
    )  # fmt: skip


def response(values: Values) -> Step:
    """Give the symptom score by occasion."""
    rows = queries.run("case/score")
    return Step(
        "response", NAMES["response"], f"The symptom score went from {rows['value'].iloc[0]} to {rows['value'].iloc[-1]}; a missed dose brought symptoms back",
        "Modified Mastocytosis Symptom Assessment Form, 0 to 10 points for each symptom. Only printed values are drawn; the relapse has none.",
        "The score falls after the first dose and is 0 after the third. After a missed dose, 6 weeks from the last injection, flushing, "
        "headache and diarrhoea return and the child depends on steroids; they go again after the re-start.\n"
        "The paper calls the child free of symptoms after the second dose in one place, and scores 0 after the third in another.\n"
        "Ask: is one relapse after one missed dose evidence of an effect, or of a coincidence with a quarantine?",
        {}, "case/score", case.score, height=280, filtered=False,
    )  # fmt: skip


def biomarkers(values: Values) -> Step:
    """Give the printed values of the three biomarkers as a table: they share no unit."""
    told = []
    for name in case.BIOMARKERS:
        rows = queries.run("case/biomarkers", biomarker=name)
        told += [(name[0].upper() + name[1:], row.occasion, row.printed) for row in rows.itertuples()]
    stays = words.biomarker("tryptase", queries.run("case/biomarkers", biomarker="tryptase"))
    rose = words.biomarker("total IgE", queries.run("case/biomarkers", biomarker="total IgE"))
    return Step(
        "biomarkers", NAMES["biomarkers"], f"{rose}. {stays}",
        "Values as printed, one child. The values drawn in the paper's figure are not in its text, so they are not here.",
        "Tryptase hardly changes and stays above its normal limit. Total IgE rises; the KIT D816V allele burden in blood falls. Elsewhere "
        "(PMID 28662309; how many were measured is not given) neither tryptase nor allele burden changed significantly.\n"
        "Ask: which of these would you measure in the next patient, and what value would change what you do?",
        {}, table=pd.DataFrame(told, columns=["Biomarker", "When", "Printed"]), filtered=False,
    )  # fmt: skip


def publications(values: Values) -> Step:
    """Give the literature at a glance: patients per publication."""
    rows = queries.run("literature/publications", **values)
    return Step(
        "literature", NAMES["literature"], words.share(next(rows.itertuples())) if len(rows) else "No publication matches the filters",
        "Patients per publication of Table 1. " + words.KEY,
        "Nineteen publications, most of one or two patients. The rows sum to 83 reports; the text says 81 patients, which fits if one pair is "
        "reported twice (an inference).\n"
        "Ask: what does it do to your confidence when half of all patients come from one publication?",
        values, "literature/publications", literature.publications, height=361,
    )  # fmt: skip


def children(values: Values) -> Step:
    """Give children against adults: shares with intervals on certain counts and bounds elsewhere."""
    left, right = sides.PRESETS["Pediatric and adult"]
    pair = sides.parameters({**values, **left}, {**values, **right})
    return Step(
        "children", NAMES["children"], sides.title(queries.run("comparison/proportions", **pair)).replace("in A", "children").replace("in B", "adults"),
        "A, blue circle: under 18. B, purple square: 18 and over. Line: 95 % Wilson interval on certain counts. Pale bar: every share that is "
        "possible once those who may belong are counted.",
        f"{sides.definitions().replace('**', '').removesuffix(' This page uses the printed age.')} Most ages are printed only as a range that "
        "includes both children and adults, so most patients could stand on either side. No significance test: nobody sampled these patients.\n"
        "Ask: what would you need to know of the publication with the age range to answer for children?",
        pair, "comparison/proportions", comparison.proportions, height=228, derive=partial(proportion.with_intervals, method="Wilson"),
    )  # fmt: skip


def direction(values: Values) -> Step:
    """Give directions of effect: the plot, under the message of what one publication does to the count."""
    asked = {**values, "unit": "patient reports", "child": True}
    counts = queries.run("directions/influence", **asked, biomarker="total IgE", direction="up")
    return Step(
        "directions", NAMES["directions"], ways.influence_title(counts),
        "Triangle: up or down; bar: unchanged; diamond: two signs; ring: not assessed; n: reports. Blue: systemic, purple: cutaneous, "
        "orange: the child. Pale: possible; faint: excluded.",
        f"{ways.dominance(counts)} An arrow is a direction of a biomarker, not a benefit. No sign test: reports are neither independent nor "
        "sampled.\n"
        "Ask: does a rise of total IgE on an anti-IgE antibody tell you anything about symptoms?",
        asked, "directions/plot", directions.plot, height=462,
    )  # fmt: skip


def trial(values: Values) -> Step:
    """Give the randomised trial, both arms and both baselines."""
    rows = queries.run("outcomes/trial", **values)
    return Step(
        "trial", NAMES["trial"], findings.trial(rows), findings.tests(rows),
        "Both arms and both baselines, because a fall by half in one arm means little where the other arm began twice as high. The abstract "
        "prints 7 and 9 patients and a dose by IgE and weight; Table 1 prints 5 patients and 150 mg every 4 weeks.\n"
        "Ask: what would a trial need to look like to answer the question of the first step?",
        values, "outcomes/trial", outcomes.trial, height=330,
    )  # fmt: skip


def responses(values: Values) -> Step:
    """Give the responses that abstracts count, each study on its own denominator."""
    rows = queries.run("outcomes/responses", **values)
    return Step(
        "responses", NAMES["responses"], findings.responses(rows),
        "One bar per group of patients (n). The darker, the more complete; hollow: not told; dotted: withdrawn. Never pooled.",
        "Denominators differ and nothing is added up. Two of 13 patients withdrew at the first dose; Table 1 prints 11 for that study.\n"
        "Ask: who is missing from these bars?",
        values, "outcomes/responses", outcomes.responses, height=448,
    )  # fmt: skip


def ages(values: Values) -> Step:
    """Give the ages of the literature, points and ranges."""
    rows = queries.run("literature/ages", **{**values, "child": True})
    counted = rows[rows["verdict"].isin(["certain", "possible"])]
    ranged = counted.loc[~counted["exact"].astype(bool), "reports"].sum()
    return Step(
        "ages", NAMES["ages"], f"{ranged} of {counted['reports'].sum()} patient reports give only an age range",
        "A point is an exact age, a bar a printed range; the dotted line is 18 years. " + words.KEY,
        "A filter answers certain or possible, because a range that spans 18 years hides how many were children.\n"
        "Ask: how many of these were children? Move the filter and watch the bounds.",
        {**values, "child": True}, "literature/ages", literature.ages, height=494,
    )  # fmt: skip


def paper(values: Values) -> Step:
    """Give the paper check: one square per statement, by topic."""
    rows = claims.checked()
    return Step(
        "paper", NAMES["paper"], claims.summary(rows),
        "One square per statement that can be recomputed: = agrees, ≈ agrees within rounding, ? cannot be checked, ≠ differs. "
        "Statements overlap, so the counts are no score.",
        "Not to shame the authors: most differences are between abstract and body, or between the table and its text. Open one on the paper "
        "check page.\n"
        "Ask: which of the differences would change how you read the conclusion?",
        {}, "paper/claims", claim_charts.verdicts, height=272, derive=claims.placed, filtered=False,
    )  # fmt: skip


def bottom_line(values: Values) -> Step:
    """Give what is known and what is not, as a table."""
    counts = queries.run("literature/counts", **values).set_index("unit").loc["patients"]
    score = queries.run("case/score")
    told = queries.run("directions/influence", **{**values, "unit": "patient reports"}, biomarker="total IgE", direction="up")
    silent = queries.run("outcomes/silent", **values)
    table = queries.run("literature/ages", **{**values, "child": False})
    ranged = table.loc[table["verdict"].isin(["certain", "possible"]) & ~table["exact"].astype(bool), "reports"].sum()
    rows = [
        (
            f"One child: score {score['value'].iloc[0]} to {score['value'].iloc[-1]}, a relapse after a missed dose, symptoms gone after the re-start",
            "Whether another child would respond, at which dose, and for how long",
        ),
        (
            f"{words.interval(counts['certain'], counts['certain'] + counts['possible'])} of {counts['total']} patients of the literature match the filters",
            f"How old many of them were: {ranged} patient reports print only a range",
        ),
        (ways.influence_title(told), "Whether any of these directions goes with benefit"),
        (
            findings.trial(queries.run("outcomes/trial", **values)),
            "The results of a second randomised trial (ACTRN12613001096741)",
        ),
        (
            claims.summary(claims.checked()),
            f"What happened to the patients of {len(silent)} matching publications without outcome facts here",
        ),
    ]
    return Step(
        "bottom-line", NAMES["bottom-line"], "One child, case reports and one trial: what is known, and what is not",
        "Case reports favour success. MastoScope gives no medical advice.",
        "Say first what you would not conclude. Then ask the room for one sentence each.\n"
        "Ask: would you treat the next child, what would you tell the family, and what would you record so that the next table is better?",
        values, table=pd.DataFrame(rows, columns=["Known", "Not known"]),
    )  # fmt: skip


# Every step by its key, which is also its address.
STEPS: dict[str, Callable[[Values], Step]] = {
    "question": question, "timeline": timeline, "response": response, "biomarkers": biomarkers, "literature": publications,
    "children": children, "directions": direction, "trial": trial, "paper": paper, "bottom-line": bottom_line,
    "ages": ages, "responses": responses,
}  # fmt: skip


def steps(keys: list[str], values: Values) -> list[Step]:
    """Give the chosen steps in the chosen order, computed under one filter; unknown keys are left out."""
    return [STEPS[key](values) for key in keys if key in STEPS]
