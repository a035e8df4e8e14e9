"""The address of a view holds the controls of its page and no others, and an address of any age is understood on every page."""

from functools import cache
from typing import NamedTuple
from urllib.parse import parse_qs, urlencode, urlsplit

import pytest
from streamlit.testing.v1 import AppTest
from streamlit.util import calc_hash

import filters
import queries
from data.source import Choice
from frame.old import STAGE, place
from present import handout
from tests.arrows import ROOT
from tests.present.takeaways import made_of
from words import references

VERSION = queries.built_in().version
PATHS = [
    "", "child", "cohort", "dose", "table", "comparison", "directions", "outcomes", "paper-check", "appraise", "present", "speaker-notes", "about",
]  # fmt: skip
EACH = pytest.mark.parametrize("path", PATHS)
# Every value of an address that the app wrote before controls were declared once: it held all of them on every page.
OLD = {
    "age_group": "All", "disease": "All", "age": ["0", "100"], "dose": ["75", "450"], "therapy": ["1", "144"],
    "dose_per_4_weeks": ["75", "600"], "interval": ["2", "7"], "possible": "true", "unit": "patients", "child": "false",
    "excluded": "true", "axis": "first dose", "view": "Whole life", "search": "", "sides": "Pediatric and adult", "left": "", "right": "",
    "method": "Wilson", "biomarker": "total IgE", "direction": "up", "step": "Question",
    "steps": ["Question", "Timeline", "Response", "Biomarkers", "Literature", "Children and adults", "Directions", "Trial", "Paper check",
              "Bottom line"],
    "notes": "false", "data": VERSION,
}  # fmt: skip
SET = {
    "age_group": "Pediatric", "disease": "Systemic", "age": ["3", "40"], "dose": ["150", "300"], "therapy": ["40", "73"],
    "dose_per_4_weeks": ["75", "375"], "interval": ["3", "7"], "possible": "false", "ige": ["up", "unchanged"], "tryptase": "down",
    "without": ["Lemal 2019", "Carter 2007"], "unit": "publications", "child": "true", "excluded": "false", "axis": "birth",
    "lanes": ["Skin", "Response"], "view": "Whole life", "open": ["Blood", "Safety"], "event": "Relapse", "search": "Pitt", "left_out": "true", "study": "Pitt 2010", "sides": "Pinned", "left": '{"age_group": "pediatric"}',
    "right": '{"dose": [75, 300]}', "method": "Clopper–Pearson", "biomarker": "tryptase", "direction": "down", "check": "differs",
    "step": "Trial", "steps": ["Trial", "Ages"], "notes": "true", "data": VERSION,
}  # fmt: skip


class Visit(NamedTuple):
    """The app after a visit, and what it said of the address."""

    app: AppTest
    notices: str


@cache
def visit(path, query=""):
    """The app as it answers an address."""
    app = AppTest.from_file(str(ROOT / "frame" / "main.py"), default_timeout=120)
    app.context = {"url": f"http://127.0.0.1:8501/{path}"}
    app.query_params.update(parse_qs(query, keep_blank_values=True))
    # AppTest itself switches only to pages that are files; a browser asks for a page by this hash of its path, as here.
    app._page_hash = calc_hash(path)
    app.run()
    assert not app.exception
    return Visit(app, " ".join(notice.value for notice in app.info if "The link" in notice.value))


def opened(app):
    """The app with the boxes open that a click opens when the page is drawn."""
    for box in ["cite", "more"]:
        app.session_state[box] = True
    app.run()
    assert not app.exception
    return app


def address(app):
    """The controls of the address that a page gives for itself."""
    [found] = [one.proto.url for one in opened(app).get("link_button") if one.proto.label == "Copy link"]
    return parse_qs(urlsplit(found).query, keep_blank_values=True)


def listed(values):
    return {key: value if isinstance(value, list) else [value] for key, value in values.items()}


def controls(path):
    return {key for key, control in filters.CONTROLS.items() if path in control.pages}


@EACH
def test_a_page_draws_the_controls_that_are_declared_for_it(path):
    drawn = {key for key in filters.CONTROLS if key in visit(path, "sides=Pinned").app.session_state}
    assert drawn == controls(path)


@pytest.mark.parametrize("path", [path for path in PATHS if path != "speaker-notes"])
def test_an_address_holds_every_control_of_its_page_and_none_of_another(path):
    values = listed(SET)
    found = address(visit(path, urlencode(SET, doseq=True)).app)
    assert found == {key: values[key] for key in controls(path) | {"data"} if key in values}
    if path in ("comparison", "present"):
        assert address(visit(path, "sides=Pinned").app).keys() <= {"data", "sides", "step"}, "nothing is told at a first visit"
    again = visit(path, urlencode(found, doseq=True))
    assert again.notices == ""
    assert address(again.app) == found


@EACH
@pytest.mark.parametrize("old", [OLD, SET], ids=["first visit", "all set"])
def test_an_old_link_is_understood_on_every_page(path, old):
    query = urlencode(old, doseq=True)
    # An address of the stage is answered with what its steps are called now.
    moved = place(path, query) if path in STAGE else None
    app, texts = visit(path, moved.partition("?")[2] if moved else query)
    assert texts == ""
    if path in filters.FILTERED and old is OLD:
        choice = filters.choice(
            queries.built_in(), {control.key: app.session_state[control.key] for control in filters.FILTERS}
        )
        assert choice.filter == "{}"


def test_every_stop_of_old_still_is_one():
    limits = queries.built_in().limits
    assert set(range(101)) <= {*limits.of("age")}
    assert set(range(75, 451, 75)) <= {*limits.of("dose")}
    assert {1, 2, 3, 4, 6, 9, 12, 15, 18, 24, 30, 36, 40, 48, 60, 73, 96, 120, 144} <= {*limits.of("therapy")}
    assert set(range(75, 601, 75)) <= {*limits.of("dose_per_4_weeks")}
    assert set(range(2, 8)) <= {*limits.of("interval")}


@EACH
def test_each_unknown_part_of_an_address_gives_one_notice_and_leaves_it(path):
    app, text = visit(path, "filter=1&nonsense=a&nonsense=b&data=00000000")
    assert text.count("The link") == 2
    for part in ["The link names `filter`, `nonsense`, which are no filters", "data version `00000000`"]:
        assert text.count(part) == 1
    assert not {"filter", "nonsense", "data"} & {*app.query_params}


def test_a_thousand_unknown_parts_of_an_address_give_one_short_notice():
    app, text = visit("cohort", urlencode({f"a{number}": "x" * 500 for number in range(999)}))
    assert text == "The link names `a0`, `a1`, `a2` and 996 more, which are no filters; they were left out."
    assert not {*app.query_params}


def test_an_impossible_value_gives_one_notice_where_it_is_drawn_and_none_elsewhere():
    query = "dose=abc&method=Guess"
    assert visit("cohort", query).notices.count("The link") == 1
    assert visit("comparison", query).notices.count("The link") == 2
    assert visit("about", query).notices == ""


def test_cite_prints_the_references_of_slides_and_handout():
    lines = handout.content(made_of([]))["references"]
    assert lines == [references.line(entry) for entry in references.entries(Choice(queries.built_in()))]
    assert any(lines[0] in code.value.split("\n\n") for code in opened(visit("cohort").app).code)
