"""The law of marks: none of a figure of the literature is drawn outside what its own row tells, and each stands in its own line.

A picture is read back mark by mark: where it stands in pixels is turned into a value of the axis, and held against the words of
its own tooltip.
"""

import math
import re
from itertools import pairwise
from typing import NamedTuple

import pytest
import vl_convert

import figures
import filters
import queries
from charts import doses, export
from data.source import Choice
from tests.second import second_source

SOURCES = {"built-in": queries.built_in(), "second": second_source()}
ASKED = [{}, {"age_group": "pediatric"}, {"ige": ["up"], "possible": False}]
SETTINGS = {**figures.first_settings(figures.AGES), "child": True}
# What a tooltip tells of the stretch that a mark may cover, on the figure's quantitative axis.
STRETCHES = [
    (figures.AGES, ["Age"]), (figures.DOSE, ["Therapy length"]), (figures.THERAPY, ["Therapy length"]),
    (figures.PROPORTIONS, ["With all who may belong"]), (figures.INFLUENCE, ["Share"]),
]  # fmt: skip
# What a tooltip tells of the count that a bar is as long as.
COUNTS = [
    (figures.PUBLICATIONS, "Patients"), (figures.COMPOSITION, "Count"), (figures.TALLY, "Patients"),
    (figures.TREATMENT, "Patients"), (figures.PATIENTS, "Patients"),
]  # fmt: skip
EACH = pytest.mark.parametrize("asked", ASKED, ids=["all", "pediatric", "certain"])
NUMBER = re.compile(r"\d+(?:\.\d+)?")


def drawn(figure, source, asked):
    """The specification of a figure with its rows, and its marks: kind, box in pixels, what its tooltip tells."""
    choice = filters.choice(source, asked)
    pair = filters.sides(choice, Choice(source)) if figure.query.startswith("comparison/") else choice
    view = figures.show(figure, pair, **SETTINGS)
    specification = export.complete(figure.chart, view.rows(), view.options())
    found, labels, groups = [], [], [vl_convert.vegalite_to_scenegraph(specification)["scenegraph"]]
    while groups:
        group = groups.pop()
        groups += [item for item in group.get("items", []) if "items" in item]
        if group.get("role") == "mark" and group["marktype"] in ("rect", "symbol"):
            found += [(group["marktype"], *box(item), told(item)) for item in group["items"] if "description" in item]
        if group.get("role") == "axis-label":
            labels += [(item["x"], float(item["text"])) for item in group["items"] if NUMBER.fullmatch(item["text"])]
    # Two labels of the axis tell its values: those to the right, where numbers ascend on every axis.
    return Axis(*sorted(labels)[-2:], "'log'" in str(specification)) if labels else None, found


class Axis(NamedTuple):
    one: tuple[float, float]
    other: tuple[float, float]
    log: bool

    def value(self, pixel):
        turn, back = (math.log, math.exp) if self.log else (float, float)
        (left, low), (right, high) = self.one, self.other
        return back(turn(low) + (pixel - left) / (right - left) * (turn(high) - turn(low)))


def box(item):
    left, top = item.get("x", 0), item.get("y", 0)
    return left, left + item.get("width", 0), top + item.get("height", 0) / 2


def told(item):
    """A tooltip by its titles; a title may hold a colon, a value holds none."""
    return dict(part.rpartition(": ")[::2] for part in item["description"].split("; "))


@EACH
@pytest.mark.parametrize("source", SOURCES.values(), ids=SOURCES)
@pytest.mark.parametrize(("figure", "titles"), STRETCHES, ids=[figure.query for figure, _ in STRETCHES])
def test_no_mark_lies_outside_what_its_row_tells(figure, titles, source, asked):
    axis, marks = drawn(figure, source, asked)
    assert marks or asked
    # Shares are told in whole percent, or with one decimal.
    rounded = {"directions/influence": 0.51, "comparison/proportions": 0.051}.get(figure.query, 1e-6)
    for kind, left, right, _, tooltip in marks:
        ends = [float(number) for title in titles for number in NUMBER.findall(tooltip[title])]
        first, last = axis.value(left), axis.value(right)
        if figure is figures.THERAPY and kind == "rect" and min(ends) == max(ends):
            assert first == pytest.approx(0, abs=1e-6), "a printed length is a bar from zero"
            first = last
        if figure is figures.PROPORTIONS and kind == "symbol":
            ends = [float(number) for number in NUMBER.findall(tooltip["Share"])]
        assert min(ends) - rounded <= first <= last <= max(ends) + rounded, tooltip
        if kind == "rect":
            assert (first, last) == pytest.approx((min(ends), max(ends)), abs=rounded), tooltip


@EACH
@pytest.mark.parametrize("source", SOURCES.values(), ids=SOURCES)
@pytest.mark.parametrize(("figure", "title"), COUNTS, ids=[f"{one.query}{one.settings.get('part', '')}" for one, _ in COUNTS])
def test_a_bar_is_as_long_as_what_it_counts(figure, title, source, asked):
    axis, marks = drawn(figure, source, asked)
    for _, left, right, _, tooltip in marks:
        assert axis.value(right) - axis.value(left) == pytest.approx(float(tooltip[title])), tooltip


@EACH
@pytest.mark.parametrize("source", SOURCES.values(), ids=SOURCES)
def test_a_course_stands_in_the_band_of_its_dose_alone_in_its_lane_and_by_length(source, asked):
    """Within a band a mark is placed by its length and nothing else, so that no place coincides with a disease."""
    _, marks = drawn(figures.DOSE, source, asked)
    step = export.specification(doses.dose, source.limits)["height"]["step"]
    lanes = [one.dose for one in reversed(source.limits.doses) for _ in range(one.first, one.last + 1)]
    placed = {}
    for _, left, right, middle, tooltip in marks:
        lane = middle / step - 0.5
        assert lane == pytest.approx(round(lane)), "in the middle of a lane"
        printed = tooltip["Dose"].partition(" every")[0]
        assert lanes[round(lane)] == printed
        assert round(lane) not in [taken for taken, *_ in placed.get(printed, [])], "alone"
        if tooltip["verdict"] != "child":
            placed.setdefault(printed, []).append((round(lane), left, right))
    for courses in placed.values():
        assert all(upper[1:] <= lower[1:] for upper, lower in pairwise(sorted(courses)))


@pytest.mark.parametrize("source", SOURCES.values(), ids=SOURCES)
def test_no_course_changes_its_lane_as_filters_move(source):
    lanes = {}
    for asked in ASKED:
        for row in figures.show(figures.DOSE, filters.choice(source, asked), **SETTINGS).rows().itertuples():
            assert lanes.setdefault((row.row, row.therapy, row.age), row.lane) == row.lane


@EACH
@pytest.mark.parametrize("source", SOURCES.values(), ids=SOURCES)
def test_an_arrow_stands_in_its_line_and_below_its_biomarker(source, asked):
    _, marks = drawn(figures.PLOT, source, asked)
    lines, columns = {}, {}
    for _, left, _, middle, tooltip in marks:
        assert columns.setdefault(tooltip["Biomarker"], left) == left
        assert lines.setdefault(tooltip["Table row"], middle) == middle
    assert len(set(lines.values())) == len(lines)
    assert sorted(columns, key=columns.get) == ["total IgE", "tryptase"]


@EACH
@pytest.mark.parametrize("source", SOURCES.values(), ids=SOURCES)
def test_a_cell_of_the_map_stands_in_its_column_and_its_line(source, asked):
    _, marks = drawn(figures.GAPS, source, asked)
    columns, lines = {}, {}
    for _, left, right, middle, tooltip in marks:
        assert columns.setdefault(tooltip["Dose per injection"], (left, right)) == (left, right)
        assert lines.setdefault(tooltip["Patients"], middle) == middle
    assert list(dict(sorted(columns.items(), key=lambda item: item[1]))) == ["below 300 mg", "300 mg", "above 300 mg"]
    assert len(set(lines.values())) == len(lines) == 4
