"""The law of numbers: none stands in a title, a caption or a note of a figure that its rows or its filter do not give.

What is held against the rows are all numbers of their cells, and how many rows there are of each kind; what a figure works out
beyond that is worked out here again, from the printed table where it counts patients.
"""

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import figures
import filters
import queries
from data.source import Choice
from tests.queries.by_hand import judge
from tests.queries.readings import BUILT_IN, SECOND
from words import claims, counts

NUMBER = re.compile(r"\d+(?:\.\d+)?")
# Numbers that no query gives, each with the reason why it may stand there all the same.
REVIEWED = {
    "18": "where childhood ends, by definition of the groups",
    "95": "the level of every interval, by custom",
}
# What the stage shows says the same as the page that it is from.
OUTSIDE_THE_CASE = [
    figure for figure in figures.FIGURES if not figure.query.startswith("case/") and figure not in figures.STAGE
]
READINGS = {"built-in": BUILT_IN, "second": SECOND}
SETTINGS = st.fixed_dictionaries({
    "unit": st.sampled_from(filters.UNITS), "child": st.booleans(), "excluded": st.booleans(),
    "method": st.sampled_from([*filters.METHOD.options]), "biomarker": st.sampled_from([*filters.BIOMARKER.options]),
    "direction": st.sampled_from(filters.DIRECTIONS),
})  # fmt: skip


def numbers(text):
    return set(NUMBER.findall(text))


def given_by(rows):
    """Every number in the cells of some rows, and how many rows there are of each kind."""
    cells = {f"{value:g}" if isinstance(value, float) else str(value) for column in rows for value in rows[column].dropna()}
    kinds = [rows[column].astype(str).value_counts() for column in rows]
    return {
        *(number for cell in cells for number in numbers(cell)), str(len(rows)), "0",
        *(str(count) for kind in kinds for count in [len(kind), *kind]),
    }  # fmt: skip


def patients(reports):
    """How many patients some judged reports tell of: for certain, and at most."""
    return [
        len({report["patient"] for verdict, report in reports if verdict in kinds}) for kinds in [["certain"], counts.COUNTED]
    ]


def judged(reading, chosen, possible):
    found = [(judge(report, chosen), report) for report in reading.reports()]
    return [(verdict, report) for verdict, report in found if verdict == "certain" or (verdict == "possible" and possible)]


def worked_out(figure, view, reading, chosen, possible):
    """What the words of a figure work out from more than one cell."""
    rows, reports, found = view.rows(), judged(reading, chosen, possible), []
    if figure is figures.AGES:
        exact = {report["patient"] for _, report in reports if report["age"][0] == report["age"][1]}
        found = patients(reports) + patients([one for one in reports if one[1]["patient"] not in exact])
    elif figure is figures.DOSE:
        doses = {report["dose"] for _, report in reports}
        found = [
            *patients(reports),
            *(n for dose in doses for n in patients([one for one in reports if one[1]["dose"] == dose])),
        ]
    elif figure is figures.THERAPY:
        found = [
            *patients(reports),
            *patients([one for one in reports if one[1]["therapy"][0] >= 12])[:1],
            *patients([one for one in reports if one[1]["therapy"][1] >= 12])[1:],
        ]
    elif figure is figures.COMPOSITION:
        found = rows[rows["verdict"].isin(counts.COUNTED)].groupby("disease")["units"].sum().tolist()
    elif figure is figures.PUBLICATIONS and len(rows):
        found = [f"{100 * held / most:.0f}" for held, most in zip(rows["publication_patients"], rows["at_most"], strict=True)]
    elif figure is figures.INFLUENCE and len(rows):
        whole = rows["assessed_high"].iloc[0]
        supplied = [whole - left for left in rows["assessed_high"]]
        found = [*supplied, *(f"{100 * one / whole:.0f}" for one in supplied if whole)]
    elif figure.query == "comparison/profile":
        found = queries.run("comparison/counts", view.choice)["certain"].tolist()
    elif figure is figures.CLAIMS:
        found = rows.groupby([rows["topic"] == claims.NEWS, "verdict"]).size().tolist()
    return {str(number) for number in found}


@pytest.mark.parametrize("reading", READINGS.values(), ids=READINGS)
@pytest.mark.parametrize("figure", OUTSIDE_THE_CASE, ids=lambda one: "-".join([one.query, *one.settings.get("topics", [])[:1]]))
@settings(max_examples=4)
@given(st.data(), st.booleans(), SETTINGS)
def test_every_number_told_is_given_by_the_rows_or_the_filter(figure, reading, data, possible, given):
    chosen = data.draw(reading.any_filter())
    choice = reading.choice(chosen, possible)
    # Findings of other publications and the paper check belong to the built-in source alone.
    if reading is SECOND and not (figure.limited or figure is figures.GAPS):
        return
    pair = filters.sides(choice, Choice(choice.source)) if figure.query.startswith("comparison/") else choice
    view = figures.show(figure, pair, **given)
    notes = [note for note in view.notes if note not in figure.sources(figures.Asked(view.table, pair, view.settings))]
    # What other publications call themselves, in words of their own rows, is no number of the figure.
    allowed = given_by(view.rows()) | worked_out(figure, view, reading, chosen, possible) | numbers(pair.filter) | set(REVIEWED)
    for text in [view.title, view.caption, view.short, *notes]:
        assert numbers(text) <= allowed, text


@pytest.mark.parametrize("reading", READINGS.values(), ids=READINGS)
@settings(max_examples=15)
@given(st.data(), st.booleans())
def test_the_titles_of_ages_and_doses_count_the_patients_of_a_reading_by_hand(reading, data, possible):
    chosen = data.draw(reading.any_filter())
    choice, reports = reading.choice(chosen, possible), judged(reading, chosen, possible)
    whole = patients(reports)
    noun = f"{counts.written(*whole)} patient{'' if whole[1] == 1 else 's'}"
    exact = {report["patient"] for _, report in reports if report["age"][0] == report["age"][1]}
    ranges = patients([one for one in reports if one[1]["patient"] not in exact])
    title = figures.show(figures.AGES, choice, child=False).title
    assert title == (
        f"Only an age range is printed for {counts.written(*ranges)} of {noun}" if whole[1] else "No age matches the filters"
    )
    of = {}
    for verdict, report in reports:
        if report["dose"][0] == report["dose"][1]:
            of.setdefault(report["dose"][0], []).append((verdict, report))
    held = {dose: tuple(patients(group)[::-1]) for dose, group in of.items()}
    most = max(held.values(), default=None)
    names = " and ".join(f"{dose:g} mg" for dose in sorted(held) if held[dose] == most)
    verb = "are each printed" if " and " in names else "is printed"
    title = figures.show(figures.DOSE, choice, child=True, excluded=False).title
    expected = (
        f"{names} per injection {verb} for {counts.written(most[1], most[0])} of {noun}"
        if most
        else "No exact dose matches the filters"
    )
    assert title == expected


def test_every_reviewed_number_is_still_told_somewhere():
    everything = Choice(queries.built_in())
    pair = filters.sides(everything, everything)
    told = set()
    for figure in OUTSIDE_THE_CASE:
        view = figures.show(
            figure, pair if figure.query.startswith("comparison/") else everything, **figures.first_settings(figure)
        )
        told |= numbers(f"{view.caption} {view.short}")
    alone = filters.choice(everything.source, {"year": [2012, 2014]})
    told |= numbers(figures.show(figures.PROPORTIONS, filters.sides(alone, alone), method="Wilson").caption)
    assert set(REVIEWED) <= told
