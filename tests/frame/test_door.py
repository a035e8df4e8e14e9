"""What a browser sends: whatever a widget of any page can hold goes through untouched, everything else is left out."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.WidgetStates_pb2 import WidgetState

import filters
import queries
from frame import door
from tests.choices import any_choice
from tests.frame.test_view import PATHS, opened, visit

HASH = "0" * 32
VALUES = {
    "bool_value": True, "int_value": 1, "double_value": 0.5, "trigger_value": True, "string_value": "e", "json_value": "{}", "bytes_value": b"e",
}  # fmt: skip


def state(key, kind, value=None):
    made = WidgetState(id=f"$$ID-{HASH}-{key}")
    if kind == "string_array_value":
        made.string_array_value.data[:] = ["17"] if value is None else value
    else:
        setattr(made, kind, VALUES[kind] if value is None else value)
    return made


def passed(*states, query=""):
    """What goes on to Streamlit of a message with some states and an address."""
    sent = BackMsg()
    sent.rerun_script.query_string = query
    sent.rerun_script.widget_states.widgets.extend(states)
    content = sent.SerializeToString()
    found = BackMsg.FromString(door.held(content))
    assert (found == sent) == (door.held(content) == content)
    return found.rerun_script


@pytest.mark.parametrize("path", PATHS)
def test_the_kind_of_every_widget_of_every_page_is_known(path):
    held = object.__getattribute__(opened(visit(path, "sides=Pinned&study=Pitt+2010").app).session_state, "_state")
    metadata = getattr(held, "_state", held)._new_widget_state.widget_metadata
    assert metadata
    for identity, widget in metadata.items():
        assert door.kind(door._ID.fullmatch(identity)[1]) == widget.value_type, identity


@pytest.mark.parametrize(
    ("key", "kind"), [("age", "string_array_value"), ("possible", "bool_value"), ("search", "string_value")]
)
def test_only_a_value_of_its_kind_goes_through(key, kind):
    for other in [*VALUES, "string_array_value"]:
        kept = passed(state(key, other))
        assert len(kept.widget_states.widgets) == (other == kind)
        assert (kept.context_info.locale == door.CHANGED) == (other != kind)


@pytest.mark.parametrize(
    "sent",
    [
        state("age", "string_array_value", ["1"] * 50_000), state("age_group", "string_array_value", ["Old"]), state("card", "string_value", "Nobody 1999"), state("search", "string_value", "x" * 50_000), WidgetState(id="e"),
        state("table", "string_value", "[" * 9000), state("table", "string_value", '{"selection": {"rows": ["e"]}}'),
    ],
)  # fmt: skip
def test_what_is_too_much_or_not_offered_is_left_out(sent):
    good = state("possible", "bool_value")
    assert list(passed(sent, good).widget_states.widgets) == [good]


@given(st.text())
def test_an_address_within_the_limits_is_left_alone(query):
    assert passed(query=query).query_string == query


def test_an_address_beyond_the_limits_is_left_out_and_told_of():
    for query in ["x" * (door.LONGEST_ADDRESS + 1), "&".join("a" * (door.MOST_PARAMETERS + 1))]:
        assert passed(query=query).query_string.startswith(f"{door.BEYOND}=")
    app, text = visit("cohort", f"{door.BEYOND}=300")
    assert text == "The link is longer than 16,000 characters or holds more than 200 values; nothing of it was used."
    assert not {*app.query_params}


def test_what_is_no_message_is_left_to_streamlit():
    assert door.held(b"\xff\xff") == b"\xff\xff"


@given(any_choice(queries.built_in()))
def test_every_choice_that_can_be_made_goes_through(choice):
    states = []
    for key, value in filters.active(choice).items():
        control = filters.CONTROLS[key]
        texts = filters.options(control, choice.source)
        chosen = value if isinstance(value, list) else [value]
        states.append(state(key, door.kind(key), value if control.kind == "switch" else [texts[item] for item in chosen]))
    assert len(passed(*states).widget_states.widgets) == len(states)
