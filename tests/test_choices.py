"""A filter survives its way through text, has words, and a damaged one is refused."""

import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import filters
import queries
from data.source import Choice
from filters import FILTERS
from tests.test_controls import EACH, SOURCES, any_json, valid_values
from words import comparison, counts


def any_filters(source):
    return st.fixed_dictionaries({}, optional={control.key: valid_values(control, source) for control in FILTERS})


@EACH
@settings(max_examples=25, deadline=None)
@given(data=st.data())
def test_any_filters_read_back_as_they_were(source, data):
    values = data.draw(any_filters(source))
    choice = filters.choice(source, values)
    assert filters.read(choice.filter, source) == choice
    assert filters.choice(source, filters.active(choice)) == choice
    for control in FILTERS:
        expected = filters.valid(control, values.get(control.key), source)
        found = filters.active(choice).get(control.key, filters.default(control, source))
        assert (tuple(found) if control.kind == "range" else found) == expected
        if control.key in values and control.kind not in ("some", "many"):
            assert expected == values[control.key]
    assert set(filters.phrases(choice)) == set(filters.active(choice)) - {"possible"}
    assert all(phrase in counts.sentence(choice) for phrase in filters.phrases(choice).values())
    assert all(phrase in comparison.name(choice) for phrase in filters.phrases(choice).values())
    assert filters.changed(choice, **dict.fromkeys(filters.active(choice))) == Choice(source)


@EACH
@settings(max_examples=15, deadline=None)
@given(data=st.data())
def test_where_nobody_is_left_the_advice_brings_somebody_back(source, data):
    choice = filters.choice(source, data.draw(any_filters(source)))
    advice = counts.rescue(choice)
    rows = queries.run("literature/counts", choice).set_index("unit").loc["patients"]
    assert (advice is None) == bool(rows["certain"] + (rows["possible"] if filters.counts_possible(choice) else 0))
    if advice and "reset all" not in advice:
        freed = [key for key, phrase in filters.phrases(choice).items() if phrase in advice]
        followed = [filters.changed(choice, **{key: None}) for key in freed] or [filters.changed(choice, possible=True)]
        assert any(counts.rescue(after) is None for after in followed)


DAMAGED = [
    '{"![](https://evil.example/a.png)": 1}', '{"age": [true, 5]}', '{"ige": ["up", "up"]}', "{", "[]", "3", '{"age": [5]}', '{"age": [9, 3]}',
    '{"dose": ["a", 2]}', '{"unit": "x"}', '{"age_group": []}', '{"without": {}}', "[" * 5000, '{"sides": [{}, {}]}', "", "null",
    '{"age": [0, 1' + "0" * 5000 + "]}", '{"year": [1066, 2024]}', '{"without": ["nobody2000"]}',
]  # fmt: skip


@EACH
@pytest.mark.parametrize("text", DAMAGED)
def test_a_damaged_pin_is_refused_with_a_reason(text, source):
    with pytest.raises(
        ValueError,
        match=r"^it (is longer than 4,000 characters|is not JSON|is no set of filters|names .* no filter|holds an impossible value for \w+)$",
    ) as caught:
        filters.read(text, source)
    assert "example" not in str(caught.value), "what an address names is never shown as Markdown"


@EACH
@given(text=st.text() | any_json.map(json.dumps))
def test_what_is_pinned_is_read_or_refused_and_never_breaks(text, source):
    try:
        choice = filters.read(text, source)
    except ValueError as error:
        assert str(error).startswith("it ")
    else:
        assert filters.read(choice.filter, source) == choice


def test_a_pin_of_one_source_does_not_fit_another():
    with pytest.raises(ValueError, match="without"):
        filters.read('{"without": ["lemal2019"]}', SOURCES["second"])
    with pytest.raises(ValueError, match="dose"):
        filters.read('{"dose": [75, 225]}', SOURCES["second"])
