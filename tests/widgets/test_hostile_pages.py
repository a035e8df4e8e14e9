"""A table of a reader whose every text wants to be more than text: no page, chip, card, table or slide draws any of it."""

import json
from functools import cache

import pytest
from streamlit.testing.v1 import AppTest

import data
import filters
import queries
from bench.hostile import MARKUP, drawn
from data.source import Choice
from present import handout
from tests.present.takeaways import MADE
from tests.second import FOLDER

PAGES = ["cohort", "table", "comparison", "directions", "outcomes", "present"]
TEXTS = {
    "publications": ["label", "authors", "title", "journal", "status_note", "source"],
    "table_rows": ["study_printed", "source"],
}


@cache
def hostile_source():
    """The invented table with every free text replaced; each still differs from every other."""
    tables, told = data.read(FOLDER), iter(range(10**6))
    for name, columns in TEXTS.items():
        header, *rows = tables[name]
        for row in rows:
            for column in columns:
                number = next(told)
                row[header.index(column)] = f"\n\n{MARKUP[number % len(MARKUP)]}\n\nzq.co {number}"
    return queries.source(tables, "# ![x](//zq.co/x)", "<img src=//zq.co>", "[x](//zq.co)")


def script(page):
    import importlib

    import filters
    import queries
    from data.source import Choice
    from frame import view
    from pages.present import notes
    from tests.widgets.test_hostile_pages import hostile_source
    from widgets import control, study

    source = hostile_source()
    control.draw_shared(source, page)
    choice = control.chosen(source)
    view.chips(choice)
    if page == "present":
        notes.page(choice)
        importlib.import_module("pages.present.talk")
    else:
        importlib.import_module(f"pages.literature.{page}").page(choice)
        study.draw(choice)
        if chosen := control.value(filters.STUDY, source):
            study.card(chosen, queries.objects("literature/study", Choice(source), study=chosen), choice)


def texts(block):
    """Every text below a block that a browser reads as Markdown, and what it stands in."""
    for one in block.children.values():
        kind, proto = one.type, getattr(one, "proto", None)
        for name in ["body", "label", "text", "help", "title"]:
            if kind not in ("code", "text", "arrow_data_frame") and isinstance(text := getattr(proto, name, None), str):
                yield kind, text
        if kind in ("table", "arrow_table"):
            yield from ((kind, str(cell)) for cell in [*one.value.to_numpy().ravel(), *one.value.columns])
        if hasattr(one, "children"):
            yield from texts(one)


@pytest.mark.parametrize("page", PAGES)
def test_no_page_draws_what_a_table_holds(page):
    app = AppTest.from_function(script, args=(page,), default_timeout=120).run()
    assert not app.exception
    aside = list(filters.options(filters.CONTROLS["without"], hostile_source()))[:3]
    next(box for box in app.multiselect if box.key == "without").set_value(aside)
    if page == "table":
        next(box for box in app.selectbox if box.key == "study").set_value(aside[0])
    app.run()
    assert not app.exception
    found = list(texts(app._tree))
    assert any("zq.co" in text.replace("\u200b", "") for _, text in found)
    for kind, text in found:
        assert not drawn(text), (kind, text)
    for chart in app.get("vega_lite_chart"):
        assert "zq.co" not in chart.proto.spec


def test_the_web_page_of_the_handout_shows_it_as_text():
    from present import talk

    choice = Choice(hostile_source())
    show = talk.Talk(talk.steps(["bottom-line"], choice), choice, "<img src=//zq.co>", "https://example.org/?a=<b>", MADE)
    page = handout.html(show).decode()
    assert "zq.co" in page
    assert "<img" not in page
    assert "<script" not in page
    assert json.dumps(handout.content(show))
