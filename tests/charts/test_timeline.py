"""The timeline as it is drawn: no mark outside the printed bounds, no distance against a printed one, no date that is not printed.

Positions are read off the picture and held against the CSV files, worked out again without SQL.
"""

import re
from functools import cache
from html import unescape
from itertools import combinations

import pytest

from charts import export, look, timeline
from tests.charts.drawings import course
from tests.queries.from_files import CHILD, DRUGS, EVENTS, MEASURED
from words import case

VIEWS = pytest.mark.parametrize(("axis", "view"), [(axis, view) for axis, views in timeline.VIEWS.items() for view in views])
AXES = pytest.mark.parametrize("axis", timeline.VIEWS)
MARK = re.compile(r'<(line|path|text)[^>]*? aria-label="([^"]*)"[^>]*? aria-roledescription="(\w+)[^>]*>')
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


def printed(row, axis):
    """How far a row of the case may reach on an axis, in its unit: the years of the first dose tie the two clocks."""
    low, high = float(row["start_low_months"]), float(row["end_high_months"] or row["start_high_months"])
    first = float(CHILD["age at first dose"]["low"]) * 12, (float(CHILD["age at first dose"]["high"]) + 1) * 12
    clock = row.get("clock", "first dose")
    shift = (0, 0) if clock == axis else first if axis == "birth" else (-first[1], -first[0])
    return [(end + by) / (12 if axis == "birth" else 1) for end, by in zip((low, high), shift, strict=True)]


@cache
def picture(axis, view):
    """The rows of a view by their name, and for each the marks on its line: kind, and where they begin and end on the axis."""
    drawing = course(axis, view)
    rows = drawing.rows().set_index("id")
    low, high = timeline.VIEWS[axis][view]
    drawn = {name: [] for name in rows.index}
    svg = export.picture("svg", drawing.figure, drawing.rows(), drawing.options, "", []).decode()
    for match in MARK.finditer(svg):
        told = unescape(match[2]) + ";"
        name = next(
            (name for name, label in rows["label"].items() if f"label: {label};" in told or told.startswith(f"{label}, ")), ""
        )
        corner, bar = re.search(r"translate\(([-\d.]+),", match[0]), re.search(r' d="M([-\d.]+),[-\d.]+h([-\d.]+)', match[0])
        ends = [float(corner[1])] if corner else [float(bar[1]), float(bar[1]) + float(bar[2])]
        if match[3] == "rule":
            ends.append(ends[0] + float(re.search(r' x2="([-\d.]+)', match[0])[1]))
        arrow = match[3] == "point" and "precision: " not in match[2]
        if name:
            drawn[name].append(("arrow" if arrow else match[3], [low + (end - 6 * arrow) / 720 * (high - low) for end in ends]))
    return rows, drawn


def placed(marks):
    """The marks that stand for a time: words beside them do not."""
    return [ends for kind, ends in marks if kind != "text"]


@VIEWS
def test_no_mark_stands_outside_the_printed_bounds_and_none_without_a_time(axis, view):
    rows, drawn = picture(axis, view)
    low, high = timeline.VIEWS[axis][view]
    for name, row in rows[rows["kind"] != "lane"].iterrows():
        bounds, places = printed((EVENTS | DRUGS)[name], axis), [end for ends in placed(drawn[name]) for end in ends]
        assert all(bounds[0] - 0.02 <= place <= bounds[1] + 0.02 for place in places), name
        timed = row["form"] in ("moment", "lasting")
        assert bool(places) == timed, name
        assert timed or [kind for kind, _ in drawn[name]] == ["text"], f"{name} has no time and needs words"
        inside = (bounds[0] < high and low < bounds[1]) or row["episode"] is not None
        assert inside, name


@AXES
def test_both_ticks_of_a_moment_stand_at_its_bounds(axis):
    drawing = course(axis, "Whole life")
    svg = export.picture("svg", drawing.figure, drawing.rows(), drawing.options, "", []).decode()
    ticks = re.findall(r"translate\(([-\d.]+),([-\d.]+)\) rotate\(90\)", svg)
    spans = re.findall(r' d="M([-\d.]+),([-\d.]+)h([\d.]+)v13h[^>]*fill-opacity="0"', svg)
    ends = [(float(x) + far * float(width), float(y) + 6.5) for x, y, width in spans for far in (0, 1)]
    assert {(round(float(x), 1), float(y)) for x, y in ticks} == {(round(x, 1), y) for x, y in ends}
    assert len(spans) > 15


@AXES
def test_no_two_marks_contradict_a_printed_distance_or_the_printed_order(axis):
    _, drawn = picture(axis, "Whole life")
    reach = {
        name: (min(min(ends) for ends in placed(marks)), max(max(ends) for ends in placed(marks)))
        for name, marks in drawn.items() if name in EVENTS and EVENTS[name]["form"] == "moment"
    }  # fmt: skip
    for (one, other), months in DISTANCES.items():
        distance = months / (12 if axis == "birth" else 1)
        assert reach[other][0] - reach[one][1] - 0.02 <= distance <= reach[other][1] - reach[one][0] + 0.02, (one, other)
    for (one, first), (other, then) in combinations(reach.items(), 2):
        order = [EVENTS[name]["sequence"] for name in (one, other)]
        if all(order) and int(order[0]) < int(order[1]):
            assert first[0] <= then[0] + 0.02, (one, other)
            assert first[1] <= then[1] + 0.02, (one, other)


@VIEWS
def test_the_missed_dose_keeps_its_weeks_and_has_no_place_on_the_axis(axis, view):
    rows, drawn = picture(axis, view)
    if view == "First-line therapy" and axis == "first dose":
        assert "relapse" not in drawn
        return
    at = {name: drawn[name][0][1][0] for name in [*WEEKS, *AFTER]}
    week = (at["relapse"] - at["last-before-gap"]) / 6
    assert all(at[name] - at["last-before-gap"] == pytest.approx(weeks * week) for name, weeks in WEEKS.items())
    assert all(at[name] > at["relapse"] for name in AFTER)
    assert [rows["words"][name] for name in WEEKS] == [f"week {weeks}" for weeks in WEEKS.values()]
    assert not any(re.search(r"\d", rows["words"][name]) for name in AFTER)
    for name in [*WEEKS, *AFTER]:
        assert placed(drawn[name]) == []
        reach = printed(EVENTS["last-before-gap"], axis)[0], printed(EVENTS["remission"], axis)[1]
        assert tuple(rows.loc[name, ["reach_low", "reach_high"]]) == pytest.approx(reach)


def test_a_score_of_zero_is_drawn_only_where_one_is_printed():
    _, drawn = picture("first dose", "Omalizumab")
    zero = [
        [float(row[f"since_first_dose_{end}_months"]) for end in ["low", "high"]]
        for row in MEASURED.values() if row["quantity"] == "symptom score" and row["low"] == row["high"] == "0"
    ]  # fmt: skip
    found = [placed(drawn[name]) for name, row in EVENTS.items() if row["label"].startswith("Score 0")]
    spans = [[min(map(min, places)), max(map(max, places))] for places in found]
    assert sorted(spans) == [pytest.approx(span, abs=0.01) for span in sorted(zero)]


@AXES
def test_every_event_and_medication_step_has_a_line_of_its_own(axis):
    rows, drawn = picture(axis, "Whole life")
    marks = rows[rows["kind"] != "lane"]
    assert set(marks.index) == {*EVENTS, *DRUGS}
    assert rows["label"].is_unique, "two rows of one label would share a line"
    assert all(drawn[name] for name in marks.index)


def test_each_precision_has_a_look_of_its_own_and_is_named_only_where_it_is_drawn():
    looks = [(known.dash, known.shape, known.fill) for known in look.PRECISIONS.values()]
    assert len({str(known.dash) for known in look.PRECISIONS.values()}) == len(looks)
    assert list(look.PRECISIONS) == list(case.PRECISIONS)
    rows = course("first dose", "Omalizumab", ["Omalizumab injections", "Missed dose"]).rows()
    assert look.ASSUMED not in " ".join(case.timeline_key(rows)), "nothing there is assumed"
    assert look.ASSUMED in " ".join(case.timeline_key(course("first dose", "Omalizumab", ["Medication"]).rows()))
    assert "9 or 10 years (derived)" in case.timeline_caption(rows)
