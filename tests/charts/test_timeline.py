"""The timeline draws every event of the child, in the order that the paper prints, and order only never as stated."""

import pytest

import queries
from charts import export, timeline
from tests.charts.drawings import course

AXES = pytest.mark.parametrize("axis", timeline.VIEWS)
CHAIN = [
    "dose-1", "dose-2", "dose-3", "last-before-gap", "missed-dose", "relapse", "re-start", "remission", "last-report",
]  # fmt: skip


@AXES
def test_every_event_and_medication_step_has_a_line_of_its_own(axis):
    source = queries.built_in()
    events = "SELECT event_id FROM case_events UNION SELECT medication_id FROM case_medications"
    names = {row[0] for row in source.cursor().execute(events).fetchall()}
    drawing = course(axis, "Whole life")
    rows = drawing.rows()
    marks = rows[rows["kind"] != "lane"]
    assert set(marks["id"]) == names
    assert marks["id"].is_unique
    assert marks["label"].is_unique, "two rows of one label would share a line"
    svg = export.picture("svg", drawing.figure, rows, drawing.options, "", []).decode()
    for label in marks["label"]:
        assert label.replace("&", "&amp;") in svg, label
    assert svg.count('aria-roledescription="point"') >= marks["momentary"].sum()


@AXES
def test_events_stand_in_the_order_that_is_printed(axis):
    places = course(axis, "Whole life").rows().set_index("id")["place"]
    chain = [places[event] for event in CHAIN]
    assert chain == sorted(chain)
    assert len(set(chain)) == len(chain)
    assert places["referral"] < places["work-up"] < places["systemic-mastocytosis"]


def test_order_only_events_are_never_drawn_as_stated():
    precision = course("first dose", "Whole life").rows().set_index("id")["precision"]
    assert set(precision[["missed-dose", "relapse", "re-start", "remission"]]) == {"order only"}
    assert precision["referral"] == "derived", "an age printed on the other clock is derived on this one"
    assert timeline.SHAPES["order only"] not in {timeline.SHAPES["stated"], timeline.SHAPES["derived"]}


@AXES
def test_dechallenge_and_rechallenge_are_one_band_from_the_last_dose_to_the_remission(axis):
    rows = course(axis, "Omalizumab").rows().set_index("id")
    inside = rows.loc[["missed-dose", "relapse", "re-start"], "place"]
    assert (inside > rows["band_from"].iloc[0]).all()
    assert (inside < rows["band_to"].iloc[0]).all()
