"""The page of the dosing interval: what it cannot say first, presets, figures, and what it never says."""

import re

import queries
import simulated
from data.source import Choice
from figures import show
from tests.test_addresses import visit


def texts(app):
    return " ".join(str(one.value) for kind in [app.header, app.subheader, app.markdown, app.caption] for one in kind)


def test_the_page_stands_under_presets_and_hostile_settings_and_recommends_nothing():
    app = visit("interval?weight=9000&missed=1&missed=7&every=%00&price=![x](y)&baseline=1500&changed_at=never")
    assert not app.exception
    assert app.header[0].value == "What this page cannot say"
    assert len([notice for notice in app.info if "The link" in notice.value]) == 1
    assert len(app.get("vega_lite_chart")) == len(simulated.FIGURES)
    assert len(app.table[0].value) == 11
    assert list(app.table[0].value)[-1] == "Vials a year", "no price is shown unless one is typed"
    [preset] = [button for button in app.button if button.label == "The child as told"]
    preset.click().run()
    assert not app.exception
    assert (
        "35 kg, total IgE 11 kU/l before treatment, 300 mg every 4 weeks, every 5 weeks after injection 8, 12 planned "
        in texts(app)
    )
    assert "without injection 7. Of the child neither weight nor" in texts(app)
    told = texts(app)
    for wanted in ["do not reproduce the relapse", "PMC2732941", "no measure of mast-cell symptoms", "recommends no interval"]:
        assert wanted in told
    assert not re.search(r"\b(should|effective|efficacy|safe|benefits|best|optimal)\b", told)
    app.text_input(key="price").set_value("100,5").run()
    assert list(app.table[0].value)[-1] == "Vials a year × price"


def test_a_patient_inside_the_data_has_solid_lines_and_one_outside_says_so():
    everything = Choice(queries.built_in())
    for weight, ige, expected in [(70, 150, {"inside the data"}), (35, 11, {"outside the data"}), (40, 150, {*"io"})]:
        view = show(simulated.COURSES[0], everything, **{**simulated.FIRST, "weight": weight, "baseline": ige})
        ranges = {row.range for row in view.objects() if row.kind == "line"}
        names = [row.label for row in view.objects() if row.kind == "name"]
        assert sum("outside the data" in name for name in names) == {1: 0, 2: 1}[len(ranges)] or ranges == {"outside the data"}
        assert ranges == expected or len(ranges) == len(expected) == 2
        assert ("dashed" in view.caption) == ("outside the data" in ranges)


def test_levels_that_are_published_stand_on_free_ige_alone_and_name_their_sources():
    everything = Choice(queries.built_in())
    for figure in simulated.COURSES:
        levels = [row for row in show(figure, everything, **simulated.FIRST).objects() if row.kind == "threshold"]
        assert len(levels) == (3 if figure is simulated.COURSES[0] else 0)
        assert all(row.source and "ng/ml: " in row.label for row in levels)
