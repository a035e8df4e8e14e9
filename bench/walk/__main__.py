"""Serve two checkouts, open every page of both under every setting, and print how they differ."""

import argparse
import os
import sys
from collections.abc import Iterator
from contextlib import closing, contextmanager
from copy import deepcopy
from pathlib import Path

from websockets.exceptions import WebSocketException

from bench import servers
from bench.protocol import Address, change, enter, exchange
from bench.walk import settings, statements, tables, texts
from bench.walk.seen import Page, Seen
from bench.walk.tally import Tally

KINDS = {
    "different": "numbers that differ", "words": "texts that differ in words alone", "captions": "captions that differ",
    "columns": "columns that have another name, are gone or new", "moved": "texts that stand elsewhere",
}  # fmt: skip
HEAD = (
    f"{'page':<16}{'settings':>9}{'numbers':>9}{'equal':>9}{'different':>11}"
    f"  {'words':>6}{'captions':>10}{'columns':>9}{'moved':>7}"
)


def visit(server: servers.Server, page: str, address: Address) -> Seen:
    """Open a page under one address and give what stands on it."""
    socket, _, messages = enter(server, page, address)
    with closing(socket):
        seen = Page()
        seen.take(messages)
        return seen.seen()


def stroll(server: servers.Server, page: str) -> Iterator[Seen]:
    """Open a page once, set its filters one after the other, and give what stands on it each time."""
    socket, state, messages = enter(server, page)
    with closing(socket):
        seen, untouched = Page(), deepcopy(state)
        seen.take(messages)
        for setting in settings.MOVED:
            state.CopyFrom(untouched)
            change(state, setting)
            seen.take(exchange(socket, state)[1])
            yield seen.seen()


def walk(page: str, before: servers.Server, after: servers.Server) -> Tally:
    """Compare one page of both servers under all its settings."""
    tally = Tally()
    for address in settings.PAGES[page]:
        told = " ".join(f"{key}={value if isinstance(value, str) else '…'.join(value)}" for key, value in address.items())
        with _counted(tally, told or "as it opens"):
            compare(tally, page, told or "as it opens", *(visit(server, page, address) for server in (before, after)))
    if page in settings.LITERATURE:
        with _counted(tally, "filters moved", len(settings.MOVED)):
            for setting, old, new in zip(settings.MOVED, stroll(before, page), stroll(after, page), strict=True):
                compare(tally, page, f"moved to {setting}", old, new)
    if page == "paper-check":
        for title in statements.titles(visit(before, page, {})):
            with _counted(tally, title):
                statements.compare_alone(tally, title, *(visit(server, page, {"claim": title}) for server in (before, after)))
    return tally


@contextmanager
def _counted(tally: Tally, where: str, times: int = 1) -> Iterator[None]:
    """Count settings, and a page that does not open as a difference."""
    tally.settings += times
    try:
        yield
    except (RuntimeError, OSError, WebSocketException) as error:
        tally.note("different", where, f"cannot be opened: {error}")


def compare(tally: Tally, page: str, where: str, old: Seen, new: Seen) -> None:
    """Compare what stands on a page under one setting: by statement on the paper check, by element elsewhere."""
    if page == "paper-check":
        statements.compare_list(tally, where, old, new)
    else:
        texts.compare(tally, where, old.texts, new.texts)
        tables.compare(tally, where, old.tables, new.tables)


def line(page: str, tally: Tally) -> str:
    """Give the counts of one page as a line below ``HEAD``."""
    return (
        f"{page:<16}{tally.settings:>9}{tally.equal + tally.different:>9}{tally.equal:>9}{tally.different:>11}"
        f"  {tally.words:>6}{tally.captions:>10}{tally.columns:>9}{tally.moved:>7}"
    )


def main() -> int:
    """Walk through the pages that are asked for and give 1 if any number differs."""
    parser = argparse.ArgumentParser(prog="python -m bench.walk", description=__doc__)
    parser.add_argument("before", type=Path, help="the folder of one checkout")
    parser.add_argument("after", type=Path, help="the folder of the other")
    parser.add_argument("--page", choices=list(settings.PAGES), action="append", help="walk through this page alone")
    parser.add_argument("--show", type=int, default=5, help="how many differences of each kind are shown for a page")
    asked = parser.parse_args()
    os.environ["PYTHONDONTWRITEBYTECODE"] = "1"  # a checkout is only looked at
    different = 0
    print(HEAD, flush=True)
    with servers.serve(servers.APP, asked.before) as before, servers.serve(servers.APP, asked.after) as after:
        for page in asked.page or settings.PAGES:
            tally = walk(page, before, after)
            different += tally.different
            print(line(f"/{page}", tally), flush=True)
            for kind, name in KINDS.items():
                told = tally.told.get(kind, {})
                if told:
                    print(f"    {name}, {min(asked.show, len(told))} of {len(told)}:")
                for what, where in list(told.items())[: asked.show]:
                    print(f"      [{where}] {what[:600]}", flush=True)
    print(f"{different} numbers differ." if different else "No number differs.")
    return 1 if different else 0


if __name__ == "__main__":
    sys.exit(main())
