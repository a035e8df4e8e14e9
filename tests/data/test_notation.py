"""The grammar of printed cells: what it reads, and that it refuses everything else with a helpful message."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from data import notation
from data.notation import Interval, NotationError

numbers = st.integers(0, 119)
positive = st.integers(1, 999)
halves = st.integers(1, 240).map(lambda value: value / 2)
blanks = st.sampled_from(["", " ", "  "])


@given(st.lists(numbers, min_size=2, max_size=6), blanks, blanks)
def test_as_many_ages_as_patients_are_read_one_each(ages, before, after):
    cell = f"{before}/{after}".join(str(age) for age in ages)
    assert notation.parse_ages(cell, len(ages)) == [Interval(age, age) for age in ages]


@given(numbers, numbers, st.integers(1, 40))
def test_a_range_of_ages_is_shared_by_all(one, other, patients):
    low, high = sorted([one, other])
    assert notation.parse_ages(f"{low}-{high}", patients) == [Interval(low, high)] * patients


@given(positive, positive, st.integers(1, 52), st.integers(1, 52), blanks, st.sampled_from(["wk", "wks", "wk.", "wks."]))
def test_a_dose_gives_mg_weeks_and_the_widest_mg_per_4_weeks(one, other, week, later, blank, unit):
    (low, high), (first, last) = sorted([one, other]), sorted([week, later])
    dose = notation.parse_dose(f"{low}-{high} mg/{first}-{last}{blank}{unit}")
    assert (dose.mg, dose.weeks) == (Interval(low, high), Interval(first, last))
    assert dose.mg_per_4_weeks == Interval(low * 4 / last, high * 4 / first)
    for mg in dose.mg:
        for weeks in dose.weeks:
            assert dose.mg_per_4_weeks.low <= mg * 4 / weeks <= dose.mg_per_4_weeks.high


@given(st.lists(halves, min_size=2, max_size=5), st.sampled_from([("mos", 1), ("yrs", 12)]))
def test_lengths_share_the_last_unit(lengths, unit):
    name, months = unit
    cell = "/".join(f"{length:g}" for length in lengths) + f" {name}"
    expected = [Interval(length * months, length * months) for length in lengths]
    assert notation.parse_lengths(cell, len(lengths)) == expected


@given(halves, halves, st.integers(3, 40))
def test_two_lengths_for_more_patients_are_the_ends_of_a_range(months, years, patients):
    low, high = sorted([months, years * 12])
    assert notation.parse_lengths(f"{months:g}mos/{years:g} yrs", patients) == [Interval(low, high)] * patients


@given(st.lists(st.sampled_from("↑↓="), min_size=1, max_size=3, unique=True))
def test_directions_are_read_as_a_set(signs):
    assert notation.parse_directions("/".join(signs)) == [notation.DIRECTIONS[sign] for sign in signs]


PARSERS = [
    lambda cell: notation.parse_ages(cell, 2),
    lambda cell: notation.parse_lengths(cell, 2),
    notation.parse_dose,
    notation.parse_directions,
]
near_misses = st.text(alphabet="0123456789.-/ mgwkosyra=↑↓na\n", max_size=24)


@pytest.mark.parametrize("parse", PARSERS)
@given(cell=st.one_of(st.text(max_size=30), near_misses))
def test_anything_else_is_refused_with_the_cell_and_the_forms(parse, cell):
    try:
        parse(cell)
    except NotationError as error:
        assert repr(cell) in str(error)
        assert "Accepted forms" in str(error)


@pytest.mark.parametrize(
    ("kind", "cell", "patients"),
    [
        ("age", "93-17", 29), ("age", "17/51/60", 2), ("age", "17-20/51", 2), ("age", "121", 1), ("age", "²", 1), ("age", "15\n\n1", 1),
        ("dose", "0 mg/4 wk", 1), ("dose", "300 mg/0 wk", 1), ("dose", "300mg", 1), ("dose", "300 mg/4 wk 2", 1),
        ("length", "14", 1), ("length", "5.5/4", 2), ("length", "2 yrs/3", 2), ("length", "73-1 mos", 1), ("length", "3/4/5 mos", 2),
        ("direction", "==", 1), ("direction", "=/=", 1), ("direction", "NA", 1), ("direction", "", 1),
    ],
)  # fmt: skip
def test_malformed_cells_are_refused(kind, cell, patients):
    parsers = {
        "age": lambda: notation.parse_ages(cell, patients),
        "dose": lambda: notation.parse_dose(cell),
        "length": lambda: notation.parse_lengths(cell, patients),
        "direction": lambda: notation.parse_directions(cell),
    }
    with pytest.raises(NotationError, match="Accepted forms"):
        parsers[kind]()


def test_the_error_of_a_row_names_table_row_and_column():
    row = {
        "row": "7", "patients": "2", "age_printed": "4x", "dose_printed": "300 mg/4 wk", "therapy_length_printed": "2 yrs",
        "total_ige_printed": "na", "tryptase_printed": "na",
    }  # fmt: skip
    with pytest.raises(NotationError, match=r"table_rows, row 7, column age_printed: age cell '4x'"):
        notation.parse_row(row, "table_rows")
    with pytest.raises(NotationError, match="column patients"):
        notation.parse_row({**row, "patients": "2.5"}, "table_rows")
