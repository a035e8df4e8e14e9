"""What a browser may send: its address and the states of its widgets are held against limits before any run begins.

Streamlit reads a widget's state before the page is drawn, and raises where it is of another kind than the widget's. A browser
never sends such a state; whoever changes a client does. Here it is dropped, so that the widget keeps what it had.
"""

import json
import re
from collections.abc import Callable
from functools import cache
from typing import Any
from urllib.parse import urlencode

from google.protobuf.message import DecodeError
from streamlit.logger import get_logger
from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.WidgetStates_pb2 import WidgetState

from frame.old import Application, Scope

LOG = get_logger("mastoscope")
# What an address may hold: some hundred values where every filter is set, and two pins.
LONGEST_ADDRESS = 16_000
MOST_PARAMETERS = 200
# What stands in place of an address beyond these limits, for the notice about it.
BEYOND = "beyond-limits"
# What a widget may hold: a rater's comment, every publication set aside.
LONGEST_TEXT = 10_000
MOST_VALUES = 200
MOST_WIDGETS = 400
# The language that stands for a browser that sent what was dropped: one for private use, which no browser has.
CHANGED = "x-changed"

_ID = re.compile(r"\$\$ID-[0-9a-f]{32}-(.+)", re.DOTALL)
# The tables and charts in which something is chosen; the files of a chart have a dot in their keys.
SELECTED = r"table$|statements$|(case|literature|directions|outcomes)-[\w-]+$"
# Widgets that are no control, by the beginning of their key; any other is a button.
_KINDS = [
    (re.compile(r"rating-"), "string_array_value"),
    (re.compile(r"comment-|appraisal-(rater|chosen)$"), "string_value"),
    (re.compile(r"appraisal-(own|differences)$|cite$|study-card$|more$|.*-more$"), "bool_value"),
    (re.compile(r"appraisal-box-"), "file_uploader_state_value"),
    (re.compile(SELECTED), "string_value"),
]
_SELECTION = re.compile(SELECTED)
_OF_CONTROL = {"switch": "bool_value", "text": "string_value", "maybe": "string_value"}


def kind(key: str) -> str:
    """Give the kind of value that the widget of a key holds, as Streamlit's protocol names it."""
    from filters import CONTROLS, STEP  # brings the database along, which the start of the server does not wait for

    if key in CONTROLS:
        return "string_value" if key == STEP.key else _OF_CONTROL.get(CONTROLS[key].kind, "string_array_value")
    return next((name for pattern, name in _KINDS if pattern.match(key)), "trigger_value")


def possible(state: WidgetState) -> bool:
    """Say whether a browser that nobody changed could send a state."""
    key, held = _ID.fullmatch(state.id), state.WhichOneof("value")
    if key is None or held not in (None, kind(key[1])):
        return False
    if held == "string_array_value":
        values = state.string_array_value.data
        return len(values) <= MOST_VALUES and all(_fits(key[1], value) for value in values)
    if held == "file_uploader_state_value":
        return len(state.file_uploader_state_value.uploaded_file_info) <= MOST_VALUES
    if held == "string_value":
        return _fits(key[1], state.string_value) and (not _SELECTION.match(key[1]) or _selected(state.string_value))
    return True


@cache
def _offered(key: str) -> frozenset[str] | None:
    """Give the texts of what a control offers; None where it offers nothing by name. Every session looks at one source."""
    from filters import CONTROLS, options
    from queries import built_in

    texts = options(CONTROLS[key], built_in()).values() if key in CONTROLS else []
    return frozenset(texts) or None


def _fits(key: str, value: str) -> bool:
    offered = _offered(key)
    return len(value) <= LONGEST_TEXT if offered is None else value in offered


# What a mark is told by in each selection of a chart.
MARKS = {"event": "id", "study": "publication"}


def _selected(text: str) -> bool:
    """Say whether a text is a selection in a table or chart: lists of what was chosen, by name."""
    try:
        found = json.loads(text)
    except (ValueError, RecursionError):
        return False
    chosen = found.get("selection") if isinstance(found, dict) else None
    if not isinstance(chosen, dict) or not all(isinstance(part, dict | list) for part in chosen.values()):
        return False
    marks = [(mark, field) for name, field in MARKS.items() for mark in chosen.get(name, [])]
    return all(type(row) is int and row >= 0 for row in chosen.get("rows", [])) and all(
        isinstance(mark, dict) and isinstance(mark.get(field), str) for mark, field in marks
    )


def held(content: bytes) -> bytes:
    """Give a message of a browser without what is beyond the limits or of an impossible kind; one line of the log tells of it.

    What cannot be read is given as it is: Streamlit ends the connection.
    """
    message = BackMsg()
    try:
        message.ParseFromString(content)
    except DecodeError:
        return content
    if message.WhichOneof("type") != "rerun_script":
        return content
    asked = message.rerun_script
    states = asked.widget_states.widgets
    kept = [state for state in states if possible(state)][:MOST_WIDGETS]
    fields = asked.query_string.count("&") + 1
    beyond = len(asked.query_string) > LONGEST_ADDRESS or fields > MOST_PARAMETERS
    if len(kept) == len(states) and not beyond:
        return content
    if beyond:
        LOG.warning("An address of %d characters and %d parameters was left out.", len(asked.query_string), fields)
        asked.query_string = urlencode({BEYOND: fields})
    if dropped := len(states) - len(kept):
        LOG.warning("A browser sent %d values that no widget here can hold; they were left out.", dropped)
        asked.context_info.locale = CHANGED
        kept = [WidgetState.FromString(state.SerializeToString()) for state in kept]
        del states[:]
        states.extend(kept)
    mended: bytes = message.SerializeToString()
    return mended


class Door:
    """Hold every message of a browser against the limits before Streamlit reads it."""

    def __init__(self, app: Application) -> None:
        """Wrap what answers."""
        self.app = app

    async def __call__(self, scope: Scope, receive: Callable[[], Any], send: Any) -> None:
        """Answer one request, or one connection of a browser."""

        async def received() -> Any:
            message = await receive()
            if message["type"] == "websocket.receive" and message.get("bytes"):
                message = {**message, "bytes": held(message["bytes"])}
            return message

        await self.app(scope, received if scope["type"] == "websocket" else receive, send)
