"""Every control is declared once and rightly, and nothing hostile becomes its value."""

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

import filters
import queries
from data.source import Choice
from filters import CONTROLS, FILTERS
from tests.second import second_source

SOURCES = {"built-in": queries.built_in(), "second": second_source()}
EACH = pytest.mark.parametrize("source", SOURCES.values(), ids=SOURCES)
KINDS = ["one", "maybe", "some", "many", "range", "number", "switch", "text"]


def valid_values(control, source):
    """Any value that a control may have."""
    stops = list(filters.options(control, source))
    if control.kind == "range":
        return st.tuples(st.sampled_from(stops), st.sampled_from(stops)).map(sorted).map(tuple)
    if control.kind in ("some", "many"):
        return st.lists(st.sampled_from(stops), unique=True)
    return st.booleans() if control.kind == "switch" else st.text() if control.kind == "text" else st.sampled_from(stops)


any_json = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats()
    | st.text(max_size=20)
    | st.sampled_from(["up", "all", "adult", "lemal2019"]),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=8), inner, max_size=3),
    max_leaves=6,
)


def test_every_control_is_declared_with_key_label_kind_and_pages():
    declared = [value for value in vars(filters).values() if isinstance(value, filters.Control)] + FILTERS
    assert sorted(control.key for control in declared) == sorted(CONTROLS), "each key once, each control in its place"
    assert len({control.label for control in CONTROLS.values()}) == len(CONTROLS)
    for key, control in CONTROLS.items():
        assert (control.key, control.kind in KINDS) == (key, True)
        assert key.replace("_", "").isalnum(), "it is a parameter of an address"
        assert key.islower()
        assert control.label.strip()
        assert control.pages


@EACH
@pytest.mark.parametrize("control", CONTROLS.values(), ids=list(CONTROLS))
def test_a_default_is_valid_and_its_own_and_each_option_has_a_text(control, source):
    default = filters.default(control, source)
    assert filters.valid(control, default, source) == default
    assert all(isinstance(text, str) and text for text in filters.options(control, source).values())
    if isinstance(default, list):
        default.append("changed by a page")
        assert filters.default(control, source) != default, "a default is no list that pages share"


@EACH
def test_every_filter_but_the_switch_has_words_and_the_first_visit_filters_nothing(source):
    assert [control.key for control in FILTERS if not control.phrase] == ["possible"]
    assert filters.choice(source, {control.key: filters.default(control, source) for control in FILTERS}) == Choice(source)
    assert filters.phrases(Choice(source)) == {}


@EACH
@pytest.mark.parametrize("control", CONTROLS.values(), ids=list(CONTROLS))
@settings(max_examples=20, deadline=None)
@given(value=any_json)
@example(value=[True, 5])
@example(value=[9, 3])
@example(value=[float("nan"), 10**400])
@example(value=[[], {}])
@example(value={"without": {}})
@example(value="![](https://evil.example/a.png)")
def test_a_hostile_value_gives_one_that_is_valid_or_the_default(control, source, value):
    kept = filters.valid(control, value, source)
    assert filters.valid(control, kept, source) == kept
    if control.kind in ("one", "range", "number", "switch"):
        assert kept == filters.default(control, source) or (list(kept) if control.kind == "range" else kept) == (
            list(value) if control.kind == "range" else value
        )
    if control.kind in ("some", "many") and isinstance(kept, list):
        assert set(kept) <= set(filters.options(control, source))
    rows = queries.run("literature/counts", filters.choice(source, {control.key: value}))
    assert len(rows) == 3
