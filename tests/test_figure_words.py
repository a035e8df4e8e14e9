"""What is said of a figure is short, and what lights a study in it changes nothing else."""

import re

import pytest

import figures
import filters
import queries
from charts import export
from data.source import Choice
from tests.choices import nobody
from tests.second import second_source

SOURCES = {"built-in": queries.built_in(), "second": second_source()}
ASKED = [{}, {"age_group": "pediatric"}, {"disease": "cutaneous", "possible": False}]
# One end of a sentence: a stop that no small letter and no digit follows.
END = re.compile(r"[.?!](?=\s+[A-Z“]|$)")
MOST_WORDS, MOST_WORDS_OF_A_KEY = 42, 30
EACH = pytest.mark.parametrize("source", SOURCES.values(), ids=SOURCES)


def shown(source, asked=ASKED, of_the_child=True):
    """Every figure that a source has, under a few filters and one that nobody matches."""
    for figure in figures.FIGURES:
        if figure.query.startswith("case/") and not of_the_child:
            continue
        if source.built_in or figure.limited or figure is figures.GAPS:
            settings = {**figures.first_settings(figure), "child": source.has_child}
            for choice in [*(filters.choice(source, one) for one in asked), nobody(source)]:
                other = filters.changed(choice, age_group="adult")
                pair = filters.sides(choice, other) if figure.query.startswith("comparison/") else choice
                yield figures.show(figure, pair, **settings)


@EACH
def test_a_caption_has_two_short_sentences_at_most_and_a_title_is_a_sentence(source):
    for view in shown(source):
        if view.figure is figures.TIMELINE:
            continue  # its caption is the key to what no other figure draws
        sentences = [part for part in END.split(view.caption) if part.strip()]
        assert 1 <= len(sentences) <= 2, view.caption
        assert len(view.caption.split()) <= MOST_WORDS, view.caption
        assert all(len(part.split()) <= MOST_WORDS_OF_A_KEY for part in sentences), view.caption
        for text in [view.title, view.caption, view.credit, view.detail]:
            assert "None" not in text
            assert text == text.strip()


def layers(part, above=()):
    """Give the layers of a specification with the tooltips that they have, their own or those above them."""
    tooltips = part.get("encoding", {}).get("tooltip", above)
    for layer in part.get("layer", []):
        yield from layers(layer, tooltips)
    if "mark" in part:
        yield tooltips


@EACH
def test_no_line_of_a_tooltip_is_empty_or_a_bare_yes_or_no(source):
    for view in shown(source, of_the_child=False):
        rows = view.rows()
        if "counted" in rows:  # the only layers that leave rows out of what is told
            rows = rows[rows["counted"]]
        if "side" in rows:
            rows = rows[rows["side"] != ""]
        fields = {one["field"] for told in layers(view.specification()) if isinstance(told, list) for one in told}
        for name in fields & {*rows}:
            values = rows[name]
            assert values.notna().all(), f"{view.figure.query}: {name}"
            assert values.dtype != bool, f"{view.figure.query}: {name}"
            assert (values != "").all(), f"{view.figure.query}: {name}"


@EACH
def test_the_chosen_study_is_lit_wherever_it_has_rows_and_nothing_else_changes(source):
    studies = filters.options(filters.STUDY, source)
    for view in shown(source, ASKED[1:2], of_the_child=False):
        clickable = [one["name"] for one in view.specification().get("params", []) if one["name"] == "study"]
        if "publication" not in view.table.column_names:
            assert not clickable
            assert view.lit(next(iter(studies.values()))) == view.table
            continue
        for study in [None, *studies.values()]:
            rows = view.lit(study).to_pandas()
            assert rows.drop(columns="lit").equals(view.rows())
            child = rows["verdict"] == "child" if "verdict" in rows else rows["publication"].isna()
            plain = child | (rows["publication"] == "")
            own = (rows["publication"] == study) & ~plain
            assert rows.loc[own, "lit"].eq(True).all()
            others = rows.loc[~own & ~plain, "lit"]
            assert others.eq(False).all() if own.any() else rows["lit"].isna().all()


def test_a_study_that_is_chosen_changes_no_choice_and_no_specification():
    source = SOURCES["built-in"]
    assert filters.choice(source, {"study": "hughes2018"}) == Choice(source, "{}")
    labels = list(filters.options(filters.STUDY, source).values())
    assert len({*labels}) == len(labels), "figures know a study by its label"
    drawn = export.specification(figures.AGES.chart, source.limits)
    assert all("lit" in str(layer) for layer in drawn["layer"][1:])
