"""The pages of the literature, drawn on a second source: sliders follow it, and no file of the first is offered."""

import pytest
from streamlit.testing.v1 import AppTest

import filters
from tests.second import second_source

PAGES = ["cohort", "dose", "table", "comparison", "directions"]
EACH = pytest.mark.parametrize("page", PAGES)


def script(page):
    import importlib

    from tests.second import second_source
    from widgets import control

    source = second_source()
    control.draw_shared(source, page)
    importlib.import_module(f"pages.literature.{page}").page(control.chosen(source))


def visit(page):
    app = AppTest.from_function(script, args=(page,), default_timeout=120).run()
    assert not app.exception
    return app


def slider(app, key):
    [found] = [slider for slider in app.select_slider if slider.key == key]
    return found


@EACH
def test_a_page_stands_on_another_source_and_under_its_filters(page):
    app = visit(page)
    drawn = len(app.get("vega_lite_chart"))
    assert drawn == {"cohort": 3, "dose": 2, "table": 0, "comparison": 3, "directions": 3}[page]
    for key, value in [("dose", "600"), ("therapy", "200"), ("interval", "8")]:
        found = slider(app, key)
        assert found.options[-1] == value
        found.set_range(int(value), int(value))
    app.run()
    assert not app.exception
    assert app.session_state["dose"] == (600, 600)
    text = " ".join(str(item.value) for kind in [app.header, app.markdown, app.caption] for item in kind)
    assert "Bossi" not in text
    assert "Lemal" not in text
    if page == "cohort":
        assert int(app.metric[0].value.split("–")[0]) < second_source().limits.patients


@EACH
def test_a_page_stands_where_nobody_matches(page):
    app = visit(page)
    offered = filters.options(filters.CONTROLS["without"], second_source())
    [aside] = [chooser for chooser in app.multiselect if chooser.key == "without"]
    aside.set_value(list(offered)).run()
    assert not app.exception
    assert len(app.session_state["without"]) == second_source().limits.publications


def test_a_source_without_a_child_has_no_switch_for_one():
    assert not second_source().has_child
    for page in ["cohort", "dose", "directions"]:
        assert "child" not in [switch.key for switch in visit(page).toggle]


def behind(built_in):
    import figures
    import queries
    from data.source import Choice
    from tests.second import second_source
    from widgets import figure

    choice = Choice(queries.built_in() if built_in else second_source())
    view = figures.show(figures.PUBLICATIONS, choice)
    figure._more(view, view.key(), None, [])


@pytest.mark.parametrize(("built_in", "labels"), [(True, ["Database (DuckDB)"]), (False, [])])
def test_only_the_built_in_database_is_offered(built_in, labels):
    app = AppTest.from_function(behind, args=(built_in,), default_timeout=120).run()
    assert not app.exception
    offered = [button.proto.label for button in app.get("download_button")]
    assert [label for label in offered if "Database" in label] == labels
    assert {"SVG picture", "PNG picture"} < {*offered}
    assert any("database above" in caption.value for caption in app.caption) == built_in
