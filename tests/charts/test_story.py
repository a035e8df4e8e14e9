"""The child's course as it is drawn: no mark outside the printed bounds, no distance against a printed one, no date not printed.

Positions are read off the picture and held against the CSV files, worked out again without SQL.
"""

import re
from functools import cache
from itertools import combinations

import pytest
import vl_convert

import figures
import filters
import queries
from charts import export, look, story
from data.source import Choice
from tests.queries.from_files import CHILD, DRUGS, EVENTS, MEASURED
from words import case

ALONE = Choice(queries.built_in())
MONTH = 30.44 / 7
# Every distance that the paper prints between two events, in months.
DISTANCES = {
    ("dose-1", "dose-2"): 4 / MONTH, ("dose-2", "dose-3"): 4 / MONTH, ("dose-1", "dose-3"): 8 / MONTH,
    ("systemic-mastocytosis", "dose-1"): 12, ("dose-1", "last-report"): 20, ("dose-1", "score-20-months"): 20,
    ("dose-1", "five-weeks"): 20,
}  # fmt: skip
# Those of the missed dose, in weeks; after the relapse only the order is printed.
WEEKS = {"last-before-gap": 0, "missed-dose": 4, "relapse": 6}
AFTER = ["re-start", "remission"]


def printed(row):
    """How far a row of the case may reach, in months from the first dose: the years of the first dose tie the two clocks."""
    low, high = float(row["start_low_months"]), float(row["end_high_months"] or row["start_high_months"])
    first = float(CHILD["age at first dose"]["low"]) * 12, (float(CHILD["age at first dose"]["high"]) + 1) * 12
    return (low - first[1], high - first[0]) if row.get("clock") == "birth" else (low, high)


def shown(opened=(), view="Omalizumab", event="", figure=figures.TIMELINE):
    return figures.show(figure, ALONE, view=view, open=list(opened), event=event)


@cache
def picture(opened=(), view="Omalizumab"):
    """The rows by what names them, and the marks of the tracks: kind, item, what its tooltip says, and its ends in months."""
    exhibit = shown(opened, view)
    scene = vl_convert.vegalite_to_scenegraph(export.complete(story.story, exhibit.rows(), exhibit.options()))["scenegraph"]
    tracks = scene["items"][0]["items"][1]["items"][0]
    (left, low), (right, high) = [
        (item["x"], float(item["text"].replace("first dose", "0").replace("−", "-")))
        for axis in tracks["items"] if axis.get("role") == "axis"
        for part in axis["items"][0]["items"] if part.get("role") == "axis-label"
        for item in (part["items"][0], part["items"][-1])
    ]  # fmt: skip
    marks = []
    for part in tracks["items"]:
        for item in part["items"] if part.get("role") == "mark" else []:
            said = re.search(r"Event: (.*?); Detail", item.get("description", ""))
            ends = [low + (x - left) / (right - left) * (high - low) for x in (item["x"], item.get("x2", item["x"]))]
            marks.append((part["marktype"], item, said[1] if said else "", sorted(ends)))
    labels = {row.label: row.id for row in exhibit.objects() if row.kind == "mark"}
    return labels, [(kind, item, labels.get(name), ends) for kind, item, name, ends in marks]


def placed(opened=tuple(filters.TRACKS)):
    """The stretches of months that the marks of each event cover; words and arrows beside them stand for no time."""
    found = {}
    for _, item, name, ends in picture(opened, "Whole life")[1]:
        if name and item.get("shape") != "triangle-right" and item["description"].startswith("Months from the first dose") and "said" not in item["description"]:
            found.setdefault(name, []).append(ends)
    return found


def spots(view="Omalizumab"):
    return {name: item["x"] for _, item, name, _ in picture((), view)[1] if name and item["description"].startswith("spot")}


@pytest.mark.parametrize("opened", [(), tuple(filters.TRACKS)], ids=["closed", "open"])
def test_no_mark_stands_outside_the_printed_bounds_and_none_without_a_time(opened):
    found, everything = placed(opened), EVENTS | DRUGS
    for name, stretches in found.items():
        bounds = printed(everything[name])
        assert all(bounds[0] - 0.02 <= end <= bounds[1] + 0.02 for ends in stretches for end in ends), name
    timed = {name for name, row in everything.items() if row.get("form", "lasting") in ("moment", "lasting")}
    assert set(found) <= timed
    assert not opened or set(found) == timed


def test_both_ticks_of_a_moment_stand_at_its_bounds():
    marks = picture(tuple(filters.TRACKS), "Whole life")[1]
    ticks = {(round(item["x"], 2), item["y"]) for _, item, _, _ in marks if item.get("shape") == "stroke"}
    targets = [item for kind, item, name, _ in marks if kind == "rect" and name and item.get("opacity") == 0]
    assert len(targets) > 15
    assert ticks == {(round(x, 2), item["y"] + item["height"] / 2) for item in targets for x in (item["x"], item["x2"])}


def test_no_two_marks_contradict_a_printed_distance_or_the_printed_order():
    reach = {
        name: (min(map(min, ends)), max(map(max, ends)))
        for name, ends in placed().items() if name in EVENTS and EVENTS[name]["form"] == "moment"
    }  # fmt: skip
    for (one, other), months in DISTANCES.items():
        assert reach[other][0] - reach[one][1] - 0.02 <= months <= reach[other][1] - reach[one][0] + 0.02, (one, other)
    for (one, first), (other, then) in combinations(reach.items(), 2):
        order = [EVENTS[name]["sequence"] for name in (one, other)]
        if all(order) and int(order[0]) < int(order[1]):
            assert first[0] <= then[0] + 0.02, (one, other)
            assert first[1] <= then[1] + 0.02, (one, other)


def test_the_missed_dose_keeps_its_weeks_inside_the_months_that_may_hold_it():
    at = spots()
    week = (at["relapse"] - at["last-before-gap"]) / 6
    assert all(at[name] - at["last-before-gap"] == pytest.approx(weeks * week) for name, weeks in WEEKS.items())
    assert at["relapse"] < at["re-start"] < at["remission"]
    rows = {row.id: row for row in shown().objects() if row.kind == "mark"}
    assert [rows[name].time_words for name in WEEKS] == [f"week {weeks}" for weeks in WEEKS.values()]
    assert not any(re.search(r"\d", rows[name].time_words) for name in AFTER)
    shade, panel = [
        ends for kind, item, _, ends in picture()[1] if kind == "rect" and 60 < item["height"] < 100 and "description" not in item
    ]  # fmt: skip
    reach = printed(EVENTS["last-before-gap"])[0], printed(EVENTS["remission"])[1]
    assert shade == pytest.approx(reach, abs=0.01)
    assert shade[0] < panel[0] < panel[1] < shade[1]
    for name in [*WEEKS, *AFTER]:
        assert (rows[name].reach_low, rows[name].reach_high) == pytest.approx(reach)


@pytest.mark.parametrize(("view", "told"), [("First-line therapy", False), ("Whole life", True)])
def test_the_missed_dose_takes_no_place_where_its_months_have_none(view, told):
    assert spots(view) == {}
    texts = {item.get("text") for _, item, _, _ in picture((), view)[1] if isinstance(item.get("text"), str)}
    assert any(text.startswith("weeks 0, 4 and 6") for text in texts) == told


def test_a_score_of_zero_is_drawn_only_where_one_is_printed():
    zero = [
        [float(row[f"since_first_dose_{end}_months"]) for end in ["low", "high"]]
        for row in MEASURED.values() if row["quantity"] == "symptom score" and row["low"] == row["high"] == "0"
    ]  # fmt: skip
    found = [(min(map(min, ends)), max(map(max, ends))) for name, ends in placed().items() if EVENTS.get(name, {"label": ""})["label"].startswith("Score 0")]
    assert sorted(found) == [pytest.approx(span, abs=0.01) for span in sorted(zero)]


def test_no_injection_after_the_third_looks_counted():
    third, last = printed(EVENTS["dose-3"])[1], printed(EVENTS["last-report"])[0]
    points = [ends[0] for kind, item, name, ends in picture()[1] if kind == "symbol" and name in placed(()) and item["fill"] == look.CERTAIN]
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
    rows = shown(filters.TRACKS).objects()
    own = [row for row in rows if row.depth]
    assert sorted(row.id for row in own) == sorted([*EVENTS, *DRUGS])
    assert len({row.slot for row in own}) == len(own)
    assert sum(row.events for row in rows if row.kind == "track") == len(EVENTS) + len(DRUGS)
    assert {row.slot for row in rows} == set(range(max(row.slot for row in rows) + 1)), "no line is empty"
    assert len({row.label for row in own}) == len(own), "two of one name could not be told apart in a link"


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
