"""What the overview says, counted again from the printed tables; and that every word of the glossary is met somewhere."""

import pytest

import figures
import filters
import queries
from data.source import Choice
from tests.queries.by_hand import NO_FILTER
from tests.queries.readings import BUILT_IN
from tests.test_told_numbers import judged, patients
from words import glossary, overview

CHOICE = Choice(queries.built_in())


def test_children_on_the_childs_dose_are_counted_as_by_hand():
    found = overview.like_the_child(CHOICE)
    dose = filters.active(found)["dose"]
    certain, most = patients(judged(BUILT_IN, {**NO_FILTER, "age_group": "pediatric", "dose": dose}, possible=True))
    total = len({report["patient"] for report in BUILT_IN.reports()})
    assert (certain, most, total) == (2, 42, 81)
    view = figures.show(figures.PATIENTS_FOUND, found)
    assert (
        view.title
        == f"Of {total} patients in the literature, {certain} are known to be children on 300 mg; up to {most} may be"
    )
    assert view.rows()["verdict"].value_counts().to_dict() == {"certain": 2, "possible": 40, "excluded": 39}


def test_the_share_that_hangs_on_one_publication_is_counted_as_by_hand():
    title = figures.show(figures.SHARES, CHOICE, **figures.first_settings(figures.SHARES)).title
    assessed = {}
    for report in BUILT_IN.reports():
        if report["ige"]:
            assessed.setdefault(report["patient"], []).append(report)
    without = {patient: found for patient, found in assessed.items() if all(one["publication"] != "lemal2019" for one in found)}
    counts = [
        (sum(all(one["ige"] == {"up"} for one in reports) for reports in kept.values()), len(kept))
        for kept in [assessed, without]
    ]
    (went, whole), (left, rest) = counts
    assert title == f"Total IgE rose in {went} of {whole} assessed patients; without Lemal 2019, in {left} of {rest}"
    assert counts == [(40, 49), (0, 9)]


def test_the_course_names_no_cause_and_turns_as_its_scores_do():
    view = figures.show(figures.COURSE, CHOICE)
    assert view.rows()["state"].tolist() == ["Symptoms", "None", "Symptoms", "None"]
    assert view.title == "On omalizumab the child's symptoms ended, returned after a missed dose, and ended again"


@pytest.mark.parametrize("term", glossary.TERMS, ids=lambda term: term.name)
def test_every_word_of_the_glossary_is_found_however_it_is_written_and_is_said_somewhere(term):
    assert all(term in glossary.within(f"a {name.upper()}, here") for name in (term.name, *term.also))
    assert term not in glossary.within(f"un{term.name}ed")
    shown = [figures.show(one, filters.sides(CHOICE, CHOICE) if one.query.startswith("comparison/") else CHOICE,
                          **figures.first_settings(one)) for one in figures.FIGURES]  # fmt: skip
    said = " ".join(f"{view.title} {view.caption} certain possible, not reported" for view in shown)
    assert term in glossary.within(said)
