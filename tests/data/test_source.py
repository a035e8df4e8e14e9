"""Stops of sliders and axes hold every value of any source; what is kept is bounded and safe between threads."""

from concurrent.futures import ThreadPoolExecutor
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import data
import queries
from data import notation
from data.source import LADDER, MOST_STOPS, Cache, Limits, stops
from tests.second import second_source

# The stops of the sliders before they followed from the source.
BEFORE = {
    "age": range(0, 101), "dose": range(75, 451, 75), "dose_per_4_weeks": range(75, 601, 75), "interval": range(2, 8),
    "therapy": (1, 2, 3, 4, 6, 9, 12, 15, 18, 24, 30, 36, 40, 48, 60, 73, 96, 120, 144),
}  # fmt: skip
BOUNDS = {
    "age": ("age_low_years", "age_high_years"), "dose": ("dose_low_mg", "dose_high_mg"), "interval": ("interval_low_weeks", "interval_high_weeks"),
    "dose_per_4_weeks": ("dose_low_mg_per_4_weeks", "dose_high_mg_per_4_weeks"), "therapy": ("therapy_low_months", "therapy_high_months"),
    "year": ("publication_year", "publication_year"),
}  # fmt: skip
EACH = pytest.mark.parametrize("source", [queries.built_in(), second_source()], ids=["built-in", "second"])


def test_the_built_in_stops_are_those_the_sliders_had():
    limits = queries.built_in().limits
    assert {name: limits.of(name) for name in BEFORE} == {name: tuple(values) for name, values in BEFORE.items()}
    assert limits.of("year") == tuple(range(2007, 2021))


@EACH
def test_every_printed_bound_lies_within_the_stops(source):
    reports = source.cursor().table("patient_reports").to_arrow_table().to_pylist()
    for name, (low, high) in BOUNDS.items():
        ends = [(row[low], row[high]) for row in reports if row[low] is not None]
        reach = source.limits.of(name)
        assert reach[0] <= min(low for low, _ in ends)
        assert reach[-1] >= max(high for _, high in ends)
        assert list(reach) == sorted(set(reach))


values = st.integers(1, 3000) | st.floats(0.001, 3000, allow_nan=False)
intervals = st.lists(st.tuples(values, values).map(sorted), min_size=1, max_size=30)


@given(intervals, st.sampled_from(["whole", "steps", "ladder"]))
def test_stops_hold_every_value_ascend_and_are_few(found, rule):
    ends = sorted({end for interval in found for end in interval})
    ranges = sorted({high for low, high in found if low < high})
    reach = stops({"low": ends[0], "high": ends[-1], "ends": ends, "range_ends": ranges, "stops": rule})
    assert reach[0] <= ends[0]
    assert reach[-1] >= ends[-1]
    assert list(reach) == sorted(set(reach))
    assert all(type(stop) is int for stop in reach)
    if rule == "steps":
        assert len({later - earlier for earlier, later in pairwise(reach)}) <= 1, "equal steps"
        assert len(reach) <= MOST_STOPS + 2
    if rule == "ladder":
        assert len(reach) <= len(LADDER) + 14
    if rule == "whole":
        assert len(reach) == reach[-1] - reach[0] + 1


ages = st.tuples(st.integers(0, 120), st.integers(0, 120)).map(sorted).map(lambda ends: f"{ends[0]}-{ends[1]}")
doses = st.tuples(st.tuples(values, values).map(sorted), st.tuples(st.integers(1, 52), st.integers(1, 52)).map(sorted)).map(
    lambda parts: f"{parts[0][0]:.3f}-{parts[0][1]:.3f} mg/{parts[1][0]}-{parts[1][1]} wk"
)
lengths = st.tuples(st.integers(0, 999), st.integers(0, 999)).map(sorted).map(lambda ends: f"{ends[0]}-{ends[1]} mos")
cells = st.tuples(st.integers(1, 99), ages, doses, lengths, st.one_of(st.just(""), st.integers(1900, 2100).map(str)))


@settings(max_examples=8, deadline=None)
@given(st.lists(cells, min_size=1, max_size=5))
def test_any_table_that_can_be_read_makes_a_source_whose_limits_hold_it(rows):
    header = {
        resource["name"]: [field["name"] for field in resource["schema"]["fields"]]
        for resource in data.dictionary()["resources"]
    }
    table, publications = [header["table_rows"]], [header["publications"]]
    for number, (patients, age, dose, length, year) in enumerate(rows, start=1):
        key = "abcde"[number - 1]
        table.append([str(number), "systemic", key, key, "1", "", str(patients), age, dose, length, "na", "=", "drawn"])
        publications.append([key, key, "table 1", year, *[""] * 7, "paper only", "drawn", "drawn"])
    source = queries.source({"table_rows": table, "publications": publications}, "drawn", "drawn", "drawn")
    parsed = [notation.parse_row(dict(zip(table[0], row, strict=True)), "table_rows") for row in table[1:]]
    for name, (low, high) in list(BOUNDS.items())[:-1]:
        reach = source.limits.of(name)
        assert reach[0] <= min(report[low] for reports in parsed for report in reports)
        assert reach[-1] >= max(report[high] for reports in parsed for report in reports)
    assert source.limits.patients == source.limits.reports == sum(patients for patients, *_ in rows)
    assert source.limits.of("year") == () or all(row[4] for row in rows) or source.limits.of("year")[0] >= 1900


def test_a_quantity_that_nothing_is_known_of_has_no_stops():
    assert Limits((), 1, 1, 1, 1, 1, 1, 1).of("dose") == ()


def test_a_cache_keeps_the_latest_and_no_more_than_it_may():
    cache, made = Cache(2), []

    def get(key):
        return cache.get(key, lambda: made.append(key) or f"made {key}")

    assert [get(key) for key in "abacb"] == ["made a", "made b", "made a", "made c", "made b"]
    assert made == ["a", "b", "c", "b"], "what was used last stays, what was not is made anew"


def test_a_cache_keeps_nothing_of_what_failed():
    cache = Cache(2)
    with pytest.raises(ZeroDivisionError):
        cache.get("a", lambda: 1 // 0)
    assert cache.get("a", lambda: "now it works") == "now it works"


def test_threads_that_share_a_cache_get_what_belongs_to_their_key():
    cache = Cache(5)
    keys = [number % 17 for number in range(4000)]
    with ThreadPoolExecutor(16) as pool:
        assert list(pool.map(lambda key: cache.get(key, lambda: [key] * 3), keys)) == [[key] * 3 for key in keys]
    assert len(cache._kept) == 5
