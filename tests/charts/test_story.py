"""The child's course as it is drawn: no mark outside the printed bounds, no distance against a printed one, no date not printed.

Positions are read off the picture and held against the CSV files, worked out again without SQL.
"""

import re
from itertools import combinations

import pytest

import filters
from tests.charts.course import picture, placed, printed, shown, spots
from tests.queries.from_files import DRUGS, EVENTS, MEASURED

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
    assert any(text.startswith("zoom in") for text in texts) == told


def test_a_score_of_zero_is_drawn_only_where_one_is_printed():
    zero = [
        [float(row[f"since_first_dose_{end}_months"]) for end in ["low", "high"]]
        for row in MEASURED.values() if row["quantity"] == "symptom score" and row["low"] == row["high"] == "0"
    ]  # fmt: skip
    found = [
        (min(map(min, ends)), max(map(max, ends)))
        for name, ends in placed().items()
        if EVENTS.get(name, {"label": ""})["label"].startswith("Score 0")
    ]
    assert sorted(found) == [pytest.approx(span, abs=0.01) for span in sorted(zero)]
