"""Speak to a server over its web socket as a browser does: open a page, set its filters, read what it sends."""

import time
from collections.abc import Mapping, Sequence
from urllib.parse import urlencode

from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ClientState_pb2 import ClientState
from streamlit.proto.Element_pb2 import Element
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from streamlit.proto.WidgetStates_pb2 import WidgetState
from websockets.sync.client import ClientConnection, connect
from websockets.typing import Subprotocol

from bench.servers import Server

Address = Mapping[str, str | Sequence[str]]


def finished(message: ForwardMsg) -> bool:
    """Say whether a message ends the answer to what was asked."""
    # A filter's callback may cut its run short to ask for another; only the run that draws the page is the answer.
    return message.WhichOneof("type") == "script_finished" and message.script_finished != ForwardMsg.FINISHED_EARLY_FOR_RERUN


def exchange(socket: ClientConnection, state: ClientState) -> tuple[float, list[ForwardMsg]]:
    """Ask for a run and give its time in milliseconds, until the message that it is finished, and all its messages."""
    asked = BackMsg(rerun_script=state).SerializeToString()
    messages: list[ForwardMsg] = []
    started = time.perf_counter()
    socket.send(asked)
    while not (messages and finished(messages[-1])):
        messages.append(ForwardMsg.FromString(socket.recv(timeout=60, decode=False)))
    return (time.perf_counter() - started) * 1000, messages


def run(socket: ClientConnection, state: ClientState) -> tuple[float, list[ForwardMsg]]:
    """Ask for a run as :func:`exchange` does, as a browser that keeps large messages; an error on the page raises one."""
    taken, messages = exchange(socket, state)
    if any(message.delta.new_element.HasField("exception") for message in messages):
        raise RuntimeError(f"{state.context_info.url} shows an error")
    # A browser names the large messages it still holds; the server then sends only their name.
    held = [message.hash or message.ref_hash for message in messages if message.metadata.cacheable or message.ref_hash]
    state.cached_message_hashes[:] = [*held, *state.cached_message_hashes][:12]
    return taken, messages


def untouched(element: Element) -> WidgetState | None:
    """Give the state that a browser keeps for a widget nobody has touched; None for what is no filter."""
    match element.WhichOneof("type"):
        case "checkbox":
            return WidgetState(id=element.checkbox.id, bool_value=element.checkbox.default)
        case "slider":
            texts = [element.slider.options[int(index)] for index in element.slider.default]
            state = WidgetState(id=element.slider.id)
        case "button_group":
            texts = [element.button_group.options[index].content for index in element.button_group.default]
            state = WidgetState(id=element.button_group.id)
        case "multiselect":
            texts, state = [], WidgetState(id=element.multiselect.id)
        case _:
            return None
    state.string_array_value.data[:] = texts
    return state


def enter(server: Server, page: str, address: Address | None = None) -> tuple[ClientConnection, ClientState, list[ForwardMsg]]:
    """Open a session and run the page once; give the connection, the state its next run starts from, and what it sent.

    Args:
        address: the query parameters under which the page is opened.
    """
    stream = f"ws://127.0.0.1:{server.port}/_stcore/stream"
    socket = connect(stream, subprotocols=[Subprotocol("streamlit")], max_size=None, ping_interval=None)
    state = ClientState(page_name=page, query_string=urlencode(address or {}, doseq=True))
    state.context_info.url = f"http://127.0.0.1:{server.port}/{page}"
    messages = exchange(socket, state)[1]
    for message in messages:
        if message.WhichOneof("type") == "new_session":
            state.page_script_hash = message.new_session.page_script_hash
        elif message.WhichOneof("type") == "navigation":
            state.page_script_hash = message.navigation.page_script_hash
        elif message.WhichOneof("type") == "page_not_found":
            raise RuntimeError(f"{state.context_info.url} is no page")
        elif widget := untouched(message.delta.new_element):
            state.widget_states.widgets.append(widget)
    state.page_name = ""
    return socket, state, messages


def change(state: ClientState, filters: Address) -> None:
    """Set filters as a browser does: in the state of their widgets, where the page has them, and in the address."""
    for widget in state.widget_states.widgets:
        if (value := filters.get(widget.id.rpartition("-")[2])) is None:
            continue
        if widget.HasField("bool_value"):
            widget.bool_value = value == "true"
        else:
            widget.string_array_value.data[:] = [value] if isinstance(value, str) else value
    state.query_string = urlencode(filters, doseq=True)
