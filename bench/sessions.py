"""What a server does: runs asked over a real web socket, as a browser asks them, and the memory of open sessions."""

import time
from collections.abc import Iterable, Iterator
from contextlib import ExitStack
from itertools import cycle
from urllib.parse import urlencode

from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ClientState_pb2 import ClientState
from streamlit.proto.Element_pb2 import Element
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from streamlit.proto.WidgetStates_pb2 import WidgetState
from websockets.sync.client import ClientConnection, connect
from websockets.typing import Subprotocol

from bench import servers
from bench.browser import GROUPS, PAGES, SETTINGS, WARM_UP
from bench.rows import Memory, Times

SESSIONS = 20


def _finished(message: ForwardMsg) -> bool:
    # A filter's callback may cut its run short to ask for another; only the run that draws the page is the answer.
    return message.WhichOneof("type") == "script_finished" and message.script_finished != ForwardMsg.FINISHED_EARLY_FOR_RERUN


def run(socket: ClientConnection, state: ClientState) -> tuple[float, list[ForwardMsg]]:
    """Ask for a run and give its time in milliseconds, until the message that it is finished, and all its messages."""
    asked = BackMsg(rerun_script=state).SerializeToString()
    messages: list[ForwardMsg] = []
    started = time.perf_counter()
    socket.send(asked)
    while not (messages and _finished(messages[-1])):
        messages.append(ForwardMsg.FromString(socket.recv(timeout=60, decode=False)))
    taken = (time.perf_counter() - started) * 1000
    if any(message.delta.new_element.HasField("exception") for message in messages):
        raise RuntimeError(f"{state.context_info.url} shows an error")
    # A browser names the large messages it still holds; the server then sends only their name.
    held = [message.hash or message.ref_hash for message in messages if message.metadata.cacheable or message.ref_hash]
    state.cached_message_hashes[:] = [*held, *state.cached_message_hashes][:12]
    return taken, messages


def _sentence(messages: list[ForwardMsg]) -> str:
    """Give the bold text of a page: the filter sentence, or the echo of the empty page."""
    texts = (message.delta.new_element.markdown.body for message in messages)
    return next((text for text in texts if text.startswith("**")), "")


def _untouched(element: Element) -> WidgetState | None:
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


def enter(server: servers.Server, page: str) -> tuple[ClientConnection, ClientState]:
    """Open a session, run the page once, and give the connection and the state its next run starts from."""
    stream = f"ws://127.0.0.1:{server.port}/_stcore/stream"
    socket = connect(stream, subprotocols=[Subprotocol("streamlit")], max_size=None, ping_interval=None)
    state = ClientState(page_name=page)
    state.context_info.url = f"http://127.0.0.1:{server.port}/{page}"
    for message in run(socket, state)[1]:
        if message.WhichOneof("type") == "new_session":
            state.page_script_hash = message.new_session.page_script_hash
        elif message.WhichOneof("type") == "navigation":
            state.page_script_hash = message.navigation.page_script_hash
        elif widget := _untouched(message.delta.new_element):
            state.widget_states.widgets.append(widget)
    state.page_name = ""
    return socket, state


def change(state: ClientState, **filters: list[str]) -> None:
    """Set filters as a browser does: in the state of their widgets, where the page has them, and in the address."""
    for widget in state.widget_states.widgets:
        key = widget.id.rpartition("-")[2]
        if key in filters:
            widget.string_array_value.data[:] = filters[key]
    state.query_string = urlencode(filters, doseq=True)


def _in_turn(app: servers.Server, empty: servers.Server, page: str, ages: Iterable[list[str]]) -> list[list[float]]:
    sessions = [enter(app, page), enter(empty, "")]
    taken: list[list[float]] = [[], []]
    sentences = ["", ""]
    for group, age in zip(cycle(GROUPS), ages, strict=False):
        for side, (socket, state) in enumerate(sessions):
            change(state, age_group=[group], age=age, **{key: [value] for key, value in SETTINGS.get(page, {}).items()})
            milliseconds, messages = run(socket, state)
            before, sentences[side] = sentences[side], _sentence(messages)
            if sentences[side] in ("", before):
                raise RuntimeError(f"{state.context_info.url} does not answer a changed filter with a new sentence")
            taken[side].append(milliseconds)
            # The server collects garbage after each run; a reader does not ask again within that time.
            time.sleep(0.05)
    for socket, _ in sessions:
        socket.close()
    return [times[WARM_UP:] for times in taken]


def reruns(repeats: int) -> Iterator[Times]:
    """Time the server's run after a filter change on each literature page, for states asked before and for new ones."""
    with servers.both() as (app, empty):
        for page, low in PAGES.items():
            highs = range(100, 100 - WARM_UP - repeats, -1)
            for name, ages in [
                ("state seen before", [[str(low), "100"] for _ in highs]),
                ("new state", [[str(low), str(high - 1)] for high in highs]),
            ]:
                app_times, empty_times = _in_turn(app, empty, page, ages)
                yield Times(f"/{page} server run, {name}", app_times, empty_times, 1.7)


def memory(_: int) -> Iterator[Memory]:
    """Measure what each further open session adds to the server's memory on /cohort and on the empty page."""
    app: list[float] = []
    empty: list[float] = []
    with servers.both() as both, ExitStack() as still_open:
        for _ in range(WARM_UP + SESSIONS):
            for sizes, server, page in zip([app, empty], both, ["cohort", ""], strict=True):
                before = servers.memory(server)
                still_open.callback(enter(server, page)[0].close)
                time.sleep(0.1)
                sizes.append(servers.memory(server) - before)
    yield Memory("memory per further open session", app[WARM_UP:], empty[WARM_UP:], 5)
