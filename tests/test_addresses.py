"""Hostile and empty addresses, each opened by the whole app without a browser."""

from urllib.parse import parse_qs

import pytest
from streamlit.testing.v1 import AppTest
from streamlit.util import calc_hash

from bench.hostile import drawn as drawn_as_markup
from tests.conftest import ROOT

HOSTILE = [
    "dose=abc", "dose=nan&dose=inf", "dose=300", "age=%00&age=17",
    "disease=%27%3B%20DROP%20TABLE%20patients%3B--", "age_group=pediatrics", "ige=sideways", "without=Nobody+1999", "x=%0A%0A!%5Bx%5D(//zq.co/x)%0A%0A",
    "dose=%0A%0A%23+zq.co", "data=%0A%0A%7Czq.co%7Cb%7C%0A%7C-%7C-%7C", "dose=![x](https://example.org/x.png)", "![x](https://example.org/x.png)=1", "data=00000000", "dose=" + "9" * 3000,
]  # fmt: skip
EMPTY = [
    "child?open=&event=", "child?view=", "cohort?unit=", "comparison?sides=", "comparison?method=", "directions?unit=&biomarker=&direction=",
    "present?step=", "paper-check?claim=&check=&topic=",
]  # fmt: skip


def visit(address):
    """The app as it answers a page and its settings, such as ``cohort?dose=300``."""
    path, _, query = address.partition("?")
    app = AppTest.from_file(str(ROOT / "frame" / "main.py"), default_timeout=60)
    app.context = {"url": f"http://127.0.0.1:8501/{path}"}
    app.query_params.update(parse_qs(query, keep_blank_values=True))
    # AppTest itself switches only to pages that are files; a browser asks for a page by this hash of its path, as here.
    app._page_hash = calc_hash(path)
    return app.run()


def sentence(app):
    return next(text.value for text in app.main.markdown if text.value.startswith("**"))


@pytest.mark.parametrize("query", HOSTILE)
def test_a_hostile_address_falls_back_with_one_line_and_no_exception(query):
    app = visit(f"cohort?{query}")
    assert not app.exception
    assert [title.value for title in app.title] == ["Cohort"]
    assert " of 81 patients" in sentence(app)
    notices = [notice.value for notice in app.info if "The link" in notice.value]
    assert len(notices) == 1
    assert notices[0].count("The link") == 1
    # Only as code may the notice repeat what the address holds.
    assert "example.org" not in notices[0].replace("`![x](https://example.org/x.png)`", "")
    assert not drawn_as_markup(notices[0])
    assert not [*app.error, *app.warning]
    app.button_group(key="age_group").set_value("pediatric").run()
    assert not app.exception
    assert "under 18 years" in sentence(app)
    assert not [notice for notice in app.info if "The link" in notice.value]


def drawn(block):
    """Every element in a block, those that AppTest has no words for included, and every block."""
    for one in block.children.values():
        yield one
        yield from drawn(one) if hasattr(one, "children") else []


@pytest.mark.parametrize("address", EMPTY)
def test_an_empty_value_in_the_address_is_no_value(address):
    app = visit(address)
    assert not app.exception
    assert len(app.title) == 1
    told = [str(one.proto) for one in drawn(app.main)]
    assert len(told) > 10
    for text in told:
        assert "None" not in text, text


def test_an_unknown_statement_shows_all_with_one_line():
    app = visit("paper-check?claim=Nothing'%3B DROP TABLE claims%3B --&check=perhaps")
    [notice] = [notice.value for notice in app.info if "The link" in notice.value]
    assert "The link asks for" in notice
    assert len(app.dataframe) == 1


def test_like_this_child_names_who_they_are():
    app = visit("comparison?sides=Like+this+child%2C+and+all")
    assert app.metric[0].value == "2–31"
    assert any("Carter 2007 (17 years), Pitt 2010 (15 years)" in text.value for text in [*app.markdown, *app.caption])


def test_a_damaged_pin_falls_back_and_says_so():
    app = visit("comparison?sides=Pinned&left=%7B%22age%22%3A%5B9%2C3%5D%7D&right=![x](https://example.org/x.png)")
    told = [notice.value for kind in [app.info, app.warning, app.error] for notice in kind]
    assert len(told) == 2
    assert told[0].startswith("What is pinned as A cannot be read")
    assert app.metric[0].value == "81"
