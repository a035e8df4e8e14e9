"""Readers by the hundred in one loop: each opens pages, sets filters and goes on, and keeps what a browser would keep."""

import asyncio
import hashlib
import random
import re
import time
from base64 import b64decode
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from typing import NamedTuple
from urllib.parse import urlencode
from urllib.request import Request, urlopen

import pyarrow as pa
from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ClientState_pb2 import ClientState
from streamlit.proto.Element_pb2 import Element
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from websockets.asyncio.client import ClientConnection, connect
from websockets.typing import Subprotocol

from bench.protocol import change, finished, untouched
from bench.walk import settings
from bench.walk.seen import Page

# As it stands in the address line of every reader, whichever process answers, so that equal answers are equal.
SITE = "http://mastoscope.test/"
# What a rater has not saved yet stands in the page as a file, and in it the time.
UNSAVED, TIME = re.compile(r'(?<=data-draft=")([^"]*)'), re.compile(r'"saved_utc": "[^"]*"')
# How long a reader waits for an answer, in seconds.
PATIENCE = 60
# How often a page is visited, where it is not once: the literature is what readers filter.
OFTEN = {"cohort": 4, "dose": 3, "table": 3, "comparison": 3, "directions": 3, "outcomes": 3, "": 3, "present": 3, "child": 2}
RATINGS = [{"care_1": "yes"}, {"murad_5": "no"}, {"murad_1": "cannot tell"}]


class Step(NamedTuple):
    """What a reader does: come to a page, where one is named, and set something."""

    page: str | None
    setting: settings.Setting


Walk = Sequence[Step]


def walks(count: int, seed: int = 1) -> list[Walk]:
    """Give walks through all pages: each comes in by a link, changes settings, and goes on to two other pages."""
    chance = random.Random(seed)
    pages = list(settings.PAGES)
    often = [OFTEN.get(page, 1) for page in pages]

    def setting(page: str) -> settings.Setting:
        if page == "appraise":
            return chance.choice(RATINGS)
        usual = chance.choice(settings.PAGES[page])
        if page in settings.LITERATURE and chance.random() < 0.5:
            low = chance.randint(0, 60)
            return {**usual, "age": [str(low), str(chance.randint(low, 100))]}
        return usual

    made: list[Walk] = []
    for _ in range(count):
        steps: list[Step] = []
        for page in chance.choices(pages, often, k=3):
            steps.append(Step(page, setting(page) if not steps and page != "appraise" else {}))
            steps += [Step(None, setting(page)) for _ in range(chance.randint(1, 4))]
        made.append(steps)
    return made


@dataclass
class Reader:
    """One browser: its connection, the state of its widgets, what stands on its page, and the large messages it keeps."""

    socket: ClientConnection
    cookie: str
    state: ClientState = field(default_factory=ClientState)
    page: Page = field(default_factory=Page)
    kept: dict[str, ForwardMsg] = field(default_factory=dict)
    pages: dict[str, str] = field(default_factory=dict)
    messages: list[ForwardMsg] = field(default_factory=list)


def _cookie(port: int) -> str:
    # What leads a reader to the same process again is given with the first document.
    with urlopen(Request(f"http://127.0.0.1:{port}/", headers={"Accept": "text/html"}), timeout=PATIENCE) as answer:
        answer.read()
        given = answer.headers.get_all("Set-Cookie") or []
    return "; ".join(cookie.split(";")[0] for cookie in given)


async def arrive(port: int) -> Reader:
    """Load the document that opens every page and connect."""
    cookie = await asyncio.to_thread(_cookie, port)
    socket = await connect(
        f"ws://127.0.0.1:{port}/_stcore/stream", subprotocols=[Subprotocol("streamlit")], max_size=None, ping_interval=None,
        compression=None, open_timeout=PATIENCE, additional_headers={"Cookie": cookie} if cookie else {},
    )  # fmt: skip
    return Reader(socket, cookie)


async def ask(reader: Reader, patience: float = PATIENCE) -> float:
    """Ask for a run and give its time in milliseconds, until the message that it is finished; keep what came.

    Raises:
        TimeoutError: no answer came in so many seconds; RuntimeError: the page shows a fault.
    """
    asked = BackMsg(rerun_script=reader.state).SerializeToString()
    messages: list[ForwardMsg] = []
    started = time.perf_counter()
    async with asyncio.timeout(patience):
        await reader.socket.send(asked)
        while not (messages and finished(messages[-1])):
            messages.append(ForwardMsg.FromString(await reader.socket.recv(decode=False)))
    taken = (time.perf_counter() - started) * 1000
    _keep(reader, messages)
    return taken


def _keep(reader: Reader, messages: list[ForwardMsg]) -> None:
    whole = []
    for message in messages:
        if message.ref_hash:
            named = ForwardMsg()
            named.CopyFrom(reader.kept[message.ref_hash])
            named.metadata.CopyFrom(message.metadata)
            message = named
        elif message.metadata.cacheable:
            reader.kept[message.hash] = message
        whole.append(message)
    reader.kept = dict(list(reader.kept.items())[-40:])
    reader.state.cached_message_hashes[:] = list(reader.kept)
    known = {widget.id for widget in reader.state.widget_states.widgets}
    for message in whole:
        if message.WhichOneof("type") == "navigation":
            reader.pages = {page.url_pathname: page.page_script_hash for page in message.navigation.app_pages}
            reader.state.page_script_hash = message.navigation.page_script_hash
        elif message.delta.new_element.HasField("exception") or "could not be drawn" in message.delta.new_element.alert.body:
            raise RuntimeError("the page shows a fault")
        elif (widget := untouched(message.delta.new_element)) and widget.id not in known:
            reader.state.widget_states.widgets.append(widget)
            known.add(widget.id)
    reader.page.take(whole)
    reader.messages = whole


async def do(reader: Reader, step: Step) -> float:
    """Take one step and give the milliseconds until it was answered."""
    if step.page is not None:
        reader.state.context_info.url = f"{SITE}{step.page}"
        if reader.pages:
            reader.state.page_script_hash = reader.pages[step.page]
        else:
            reader.state.page_name, reader.state.query_string = step.page, urlencode(step.setting, doseq=True)
    else:
        change(reader.state, step.setting)
        if any(step.setting is rating for rating in RATINGS):
            reader.state.query_string = ""  # no rating stands in an address
    taken = await ask(reader)
    reader.state.page_name = ""
    return taken


@lru_cache(maxsize=20_000)
def _told(raw: bytes) -> bytes:
    """Give what an element tells: without names made anew for each session, and with rows in place of their bytes.

    Where a value is missing, its place in an Arrow table holds whatever was in memory.
    """
    part = Element.FromString(raw)
    kind = part.WhichOneof("type")
    if kind == "download_button":
        part.download_button.deferred_file_id = part.download_button.url = ""
    if kind == "html":
        part.html.body = UNSAVED.sub(lambda draft: TIME.sub("", b64decode(draft[1]).decode()), part.html.body)
    held = {
        "vega_lite_chart": [part.vega_lite_chart.data, *(named.data for named in part.vega_lite_chart.datasets)],
        "dataframe": [part.dataframe.arrow_data, part.dataframe.lazy_data.initial_chunk],
        "table": [part.table.arrow_data],
    }.get(kind or "", [])
    rows = [pa.ipc.open_stream(arrow.data).read_all().to_pydict() for arrow in held if arrow.data]
    for arrow in held:
        arrow.data = b""
    return bytes(part.SerializeToString(deterministic=True)) + f"{rows}".encode()


def digest(reader: Reader) -> str:
    """Give a short text that is the same for the same page, whoever sees it and when."""
    whole = hashlib.blake2b(digest_size=8)
    for place in sorted(reader.page.parts):
        part = reader.page.parts[place][2]
        raw = part.SerializeToString(deterministic=True)
        whole.update(f"{place}".encode() + (_told(raw) if isinstance(part, Element) else raw))
    return whole.hexdigest()


async def truth(port: int, strolls: Sequence[Walk]) -> list[list[str]]:
    """Give the digest of every answer to every walk, each walked alone."""
    told = []
    for walk in strolls:
        reader = await arrive(port)
        digests = []
        for step in walk:
            await do(reader, step)
            digests.append(digest(reader))
        told.append(digests)
        await reader.socket.close()
    return told
