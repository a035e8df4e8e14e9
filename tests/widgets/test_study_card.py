"""The table and the card of a study, drawn on a second source: what is chosen opens, and what is set aside comes back."""

from streamlit.testing.v1 import AppTest

import queries
from data.source import Choice
from tests.second import second_source
from widgets.table import COLUMNS, file


def script():
    from pages.literature import table
    from tests.second import second_source
    from widgets import control, study

    source = second_source()
    control.draw_shared(source, "table")
    study.draw(control.chosen(source))
    table.page(control.chosen(source))


def visit():
    app = AppTest.from_function(script, default_timeout=120).run()
    assert not app.exception
    return app


def said(app):
    return " ".join(str(item.value) for kind in [app.markdown, app.subheader] for item in kind)


def turn(app):
    [button] = [button for button in app.button if button.key == "card-aside"]
    button.click().run()
    assert not app.exception


def test_a_card_opens_and_sets_its_publication_aside_and_brings_it_back():
    app = visit()
    assert "Outcomes" not in said(app)
    [chosen] = [box for box in app.selectbox if box.key == "study"]
    chosen.set_value("elm2021").run()
    assert "**Elm 2021**" in said(app)
    app.session_state["study-card"] = True
    app.run()
    assert not app.exception
    assert "Outcomes" in said(app)
    assert "https://doi.org/10.1234/elm.2021" in said(app)
    turn(app)
    assert app.session_state["without"] == ["elm2021"]
    assert "6 of 8 rows" in said(app)
    turn(app)
    assert app.session_state["without"] == []
    assert "8 of 8 rows" in said(app)
    [clear] = [button for button in app.button if button.key == "study-clear"]
    clear.click().run()
    assert "**Elm 2021**" not in said(app)


def test_rows_that_do_not_match_are_shown_on_demand():
    app = visit()
    app.session_state["age_group"] = "pediatric"
    [box] = [box for box in app.text_input if box.key == "search"]
    box.set_value("gorse").run()
    assert "0 of 8 rows match: 0 patients" in said(app)
    assert len(app.dataframe) == 0
    assert [info.value for info in app.info if "No row" in info.value]
    [switch] = [switch for switch in app.toggle if switch.key == "left_out"]
    switch.set_value(True).run()
    assert not app.exception
    assert "0 of 8 rows match: 0 patients" in said(app)
    assert app.dataframe[0].value["publication"].tolist() == ["Gorse"]


def test_a_file_holds_the_columns_of_the_screen_in_their_order():
    names = file(queries.ask("literature/table", Choice(second_source()))).column_names
    assert names[: len(COLUMNS)] == [*COLUMNS]
    assert names[:4] == ["publication", "section", "patients_certain", "patients_possible"]
    assert [*COLUMNS][-1] == "why"
