"""The tracks of the child's course: every event can be reached, and nothing looks counted, dosed or known that is not printed."""

import re

import pytest
import vl_convert

import figures
import filters
from charts import export, look, story
from tests.charts.course import ALONE, picture, placed, printed, shown
from tests.data.test_dictionary import rows
from tests.queries.from_files import DRUGS, EVENTS
from words import case

MONTH = 30.44 / 7


def test_no_injection_after_the_third_looks_counted():
    third, last = printed(EVENTS["dose-3"])[1], printed(EVENTS["last-report"])[0]
    points = [
        ends[0]
        for kind, item, name, ends in picture()[1]
        if kind == "symbol" and name in placed(()) and item["fill"] == look.CERTAIN
    ]
    assert sorted(points)[:3] == pytest.approx([0, 4 / MONTH, 8 / MONTH], abs=0.01)
    assert not [month for month in points if third + 0.01 < month < last - 0.01]


def test_a_bar_is_as_high_as_the_dose_of_a_day():
    daily = {"ketotifen-1": 2 * 1, "ketotifen-2": 1, "cromolyn-1": 4 * 250, "cromolyn-2": 3 * 250, "cetirizine": 2 * 10}
    tall = {name: max(item["height"] for _, item, one, _ in picture()[1] if one == name and "height" in item) for name in daily}
    for first, then in [("ketotifen-1", "ketotifen-2"), ("cromolyn-1", "cromolyn-2")]:
        assert tall[then] / tall[first] == pytest.approx(daily[then] / daily[first])
    # What was reduced step by step had its full dose for no time that is known.
    solid = [item["height"] for _, item, name, _ in picture()[1] if name == "cetirizine" and item.get("opacity") == 0.42]
    assert solid == [4]


def test_every_event_and_step_can_be_chosen_and_has_a_line_of_its_own_in_an_open_track():
    assert {*EVENTS, *DRUGS} <= set(filters.options(filters.EVENT, ALONE.source))
    drawn = shown(filters.TRACKS).objects()
    own = [row for row in drawn if row.depth]
    assert sorted(row.id for row in own) == sorted([*EVENTS, *DRUGS])
    assert len({row.slot for row in own}) == len(own)
    assert sum(row.events for row in drawn if row.kind == "track") == len(EVENTS) + len(DRUGS)
    assert {row.slot for row in drawn} == set(range(max(row.slot for row in drawn) + 1)), "no line is empty"
    assert len({row.label for row in own}) == len(own), "two of one name could not be told apart in a link"


def test_every_place_with_two_stories_has_a_mark_that_opens_it():
    told = {row["conflict_id"] for row in rows("case_conflicts")}
    assert {row.id for row in shown().objects() if row.kind == "conflict"} == told
    assert told <= set(filters.options(filters.EVENT, ALONE.source))


def test_whatever_is_chosen_is_drawn():
    for name in [*EVENTS, *DRUGS]:
        assert any(row.chosen for row in shown(event=name).objects() if row.kind == "mark"), name


def test_each_precision_has_a_look_of_its_own_and_only_what_is_drawn_is_explained():
    assert len({str(known.dash) for known in look.PRECISIONS.values()}) == len(look.PRECISIONS)
    assert "≠" in case.course_key(shown().objects())
    stage = shown(figure=figures.STORY_STAGE)
    assert not re.search("≠|dose", stage.short)
    assert "9 or 10 years (derived)" in shown().caption


def test_the_words_of_the_stage_are_large():
    stage = shown(figure=figures.STORY_STAGE)
    drawn = export.complete(story.stage, stage.rows(), ()) | {"width": 1200}
    sizes = re.findall(r'font-size="([\d.]+)px"', vl_convert.vegalite_to_svg(drawn))
    assert min(map(float, sizes)) >= 16
