"""A second source: every figure of the literature, every step, slide and handout stands on it, and nothing is put down to the first."""

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import figures
import filters
import queries
from charts import export
from data.source import Choice
from present import deck, handout, talk
from tests.choices import any_choice, nobody
from tests.present.takeaways import drawn_once, made_of, opened, texts
from tests.second import second_source
from widgets import download
from words import counts, references

SOURCE, BUILT_IN = second_source(), queries.built_in()
# What is counted in the invented table never comes to 81 or 83, but a share of it may.
FIRST_SOURCE = re.compile(r"Bossi|Lemal|s13052|\b(81|83)\b(?! ?%)")
STAGE = [figure for figure in figures.STAGE if figure.limited]
LITERATURE = [figure for figure in figures.FIGURES if figure.limited and figure not in STAGE] + [figures.GAPS]
ABOUT_THE_PAPER = ["child", "biomarkers", "trial", "harms", "paper", "responses", "interval"]
OF_THE_LITERATURE = ["question", "literature", "children", "directions", "ages", "dose"]
SETTINGS = st.fixed_dictionaries({
    "unit": st.sampled_from(filters.UNITS), "child": st.just(False), "excluded": st.booleans(),
    "method": st.sampled_from([*filters.METHOD.options]), "biomarker": st.sampled_from([*filters.BIOMARKER.options]),
    "direction": st.sampled_from(filters.DIRECTIONS),
})  # fmt: skip


def check(figure, choice, given):
    """Draw a figure of the literature and read all that is written on it."""
    pair = filters.sides(choice, Choice(choice.source)) if figure.query.startswith("comparison/") else choice
    view = figures.show(figure, pair, **given)
    drawn = export.complete(figure.chart, view.rows(), view.options())
    for text in [view.title, view.caption, view.short, *view.notes, drawn["description"]]:
        assert text
        assert not FIRST_SOURCE.search(text), text
        assert "nan" not in text.lower().split()
        assert "  " not in text, text
    if figure is not figures.GAPS:
        assert SOURCE.citation in view.notes
    assert view.height() > 0


def test_the_figures_of_the_literature_are_all_but_those_of_the_child_the_paper_and_other_findings():
    others = {figure.query for figure in figures.FIGURES if figure not in [*LITERATURE, *STAGE]}
    assert others == {
        "outcomes/responses", "outcomes/trial", "outcomes/resolution", "outcomes/harms",
        "case/course", "case/story", "case/score", "case/biomarkers", "paper/claims", "literature/verdicts",
    }  # fmt: skip


@pytest.mark.parametrize("figure", LITERATURE, ids=lambda figure: figure.query)
@settings(max_examples=4)
@given(any_choice(SOURCE), SETTINGS)
def test_a_figure_says_nothing_of_the_first_source_under_any_filter(figure, choice, given):
    check(figure, choice, given)


@pytest.mark.parametrize("figure", [*LITERATURE, *STAGE], ids=lambda figure: figure.query)
def test_a_figure_stands_where_nobody_matches_or_nothing_is_chosen(figure):
    for choice in [nobody(SOURCE), Choice(SOURCE)]:
        check(figure, choice, figures.first_settings(figure))


@settings(max_examples=3)
@given(any_choice(SOURCE))
def test_every_step_stands_and_only_what_is_about_the_paper_stays_with_it(choice):
    steps = {step.key: step for step in talk.steps(list(filters.STEPS), choice)}
    for key in ABOUT_THE_PAPER:
        assert steps[key].sources == (BUILT_IN,)
        assert not steps[key].filtered
        assert all(exhibit.choice == Choice(BUILT_IN) for exhibit in steps[key].exhibits)
        assert steps[key].title == talk.STEPS[key](Choice(BUILT_IN)).title
    for key in OF_THE_LITERATURE:
        step = steps[key]
        assert step.filtered
        assert step.sources == (SOURCE,)
        assert all(exhibit.choice.source is SOURCE for exhibit in step.exhibits)
        assert not FIRST_SOURCE.search(f"{step.title} {step.caption} {step.notes}")
    assert steps["bottom-line"].sources == (SOURCE, BUILT_IN)
    assert not FIRST_SOURCE.search(steps["bottom-line"].table.to_string())
    assert not FIRST_SOURCE.search(" ".join([steps["title"].title, *steps["title"].lines]))


def test_each_slide_names_the_source_it_is_from():
    choice = filters.choice(SOURCE, {"age_group": "pediatric"})
    made = made_of(talk.steps(list(filters.STEPS), choice), choice, counts.sentence(choice))
    with drawn_once():
        slides = opened(deck.deck(made))
    for step, slide in zip(made.steps, slides, strict=False):
        everything = "\n".join(texts(slide))
        assert (BUILT_IN.citation in everything) == (step.key in [*ABOUT_THE_PAPER, "bottom-line"]), step.key
        assert (SOURCE.citation in everything) == (step.key not in ABOUT_THE_PAPER), step.key
        assert (made.sentence in everything) == (step.key in OF_THE_LITERATURE), step.key
    assert references.line(references.entries(Choice(BUILT_IN))[0]) in "\n".join(texts(slides[-1]))


def test_slides_of_the_literature_alone_say_nothing_of_the_first_source():
    made = made_of(talk.steps(["literature"], Choice(SOURCE)), Choice(SOURCE), "No filter")
    with drawn_once():
        slides = opened(deck.deck(made))
    assert not FIRST_SOURCE.search("\n".join(text for slide in slides for text in texts(slide)))
    assert all(references.imprint(SOURCE, made.made) in "\n".join(texts(slide)) for slide in slides)
    about = slides[0].part.package.core_properties
    assert about.subject == SOURCE.citation
    assert not FIRST_SOURCE.search(about.comments)


def test_the_handout_stands_on_its_own_source_and_says_where_it_speaks_of_the_paper():
    choice = filters.choice(SOURCE, {"age_group": "adult"})
    made = made_of(talk.steps([*OF_THE_LITERATURE, "trial"], choice), choice, "18 years and over")
    content = handout.content(made)
    for step in content["steps"][:-1]:
        assert not FIRST_SOURCE.search(f"{step['title']} {step['caption']} {step['figures']}")
    assert content["steps"][-1]["caption"].endswith(f"Not filtered. {BUILT_IN.citation}.")
    assert content["check"]["summary"].startswith(BUILT_IN.citation)
    assert content["imprint"].startswith(SOURCE.citation)
    assert 0 < len(content["table"]["rows"]) <= SOURCE.limits.rows
    assert not FIRST_SOURCE.search(str(content["table"]))


def test_a_table_and_a_picture_carry_their_own_citation(monkeypatch):
    files = {}
    monkeypatch.setattr(download, "button", lambda label, content, name, mime, key="": files.update({name: content()}))
    download.rows(queries.run("literature/table", Choice(SOURCE)), "All", "all.csv", "No filter", SOURCE)
    lines = files["all.csv"].decode().splitlines()
    assert all(f'"{SOURCE.citation}",{SOURCE.version}' in line for line in lines[1:])
    view = figures.show(figures.PUBLICATIONS, Choice(SOURCE), **figures.first_settings(figures.PUBLICATIONS))
    drawn = export.picture("svg", view.figure.chart, view.rows(), view.options(), view.title, list(view.notes)).decode()
    assert SOURCE.citation in drawn
    for text in [files["all.csv"].decode(), drawn]:
        assert not re.search("Bossi|Lemal|s13052", text)
