"""What a reader sees: the time from a filter change to the last change on the page, and from a cold start to a chart."""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import cycle, islice
from pathlib import Path
from urllib.parse import urlencode

from playwright.sync_api import Browser, Page, sync_playwright
from present.names import USUAL

from bench import servers
from bench.rows import Times

WATCH = Path(__file__).with_name("watch.js")
# Finished: the sentence has changed, the run is over, and nothing has moved for 400 ms. The wait is not in the time.
SETTLED = """(what) => {
    const { started, any } = window.bench;
    const app = document.querySelector("[data-testid=stApp]");
    return window.bench[what] > started && performance.now() - any > 400 && app.dataset.testScriptState === "notRunning";
}"""
# Each page keeps a lower age of its own, so that no page finds the states it moves through already asked by another.
PAGES = {"cohort": 0, "dose": 1, "table": 2, "comparison": 3, "directions": 4, "outcomes": 5}
# What a page needs beside the filter: the sides of a comparison follow the filters only where they are not preset.
SETTINGS = {"comparison": {"sides": "Pinned"}}
GROUPS = ["Pediatric", "Adult", "All"]
WARM_UP = 6
# Each takes seconds, so fewer are enough.
COLD_STARTS = 10


@contextmanager
def chromium() -> Iterator[Browser]:
    """Run a headless Chromium."""
    with sync_playwright() as playwright:
        path = next(filter(None, map(shutil.which, ["chromium", "chromium-browser", "google-chrome"])))
        arguments = ["--no-sandbox", "--disable-gpu", "--disable-background-networking"]
        browser = playwright.chromium.launch(executable_path=path, args=arguments)
        yield browser
        browser.close()


def _visit(browser: Browser, server: servers.Server, address: str) -> Page:
    page = browser.new_context().new_page()
    page.add_init_script(path=WATCH)
    page.goto(f"http://127.0.0.1:{server.port}/{address}")
    return page


def _settle(page: Page, what: str = "numbers") -> dict[str, float]:
    page.wait_for_function(SETTLED, arg=what, polling=50)
    if page.get_by_test_id("stException").count():
        raise RuntimeError(f"{page.url} shows an error")
    seen: dict[str, float] = page.evaluate("window.bench")
    return {kind: seen[kind] - seen["started"] for kind in ["numbers", "title", "figures", "drawn"]}


def _choose(page: Page, group: str) -> dict[str, float]:
    page.get_by_role("radiogroup", name="Age group").get_by_role("radio", name=group, exact=True).click()
    return _settle(page)


def _lower_age(page: Page) -> None:
    page.get_by_role("slider", name="Age (years)").last.press("ArrowLeft")
    _settle(page)


def _in_turn(app: Page, empty: Page, repeats: int, new: bool) -> tuple[list[dict[str, float]], list[float]]:
    changes, echoes = [], []
    for group in islice(cycle(GROUPS), WARM_UP + repeats):
        if new:
            _lower_age(app)
        changes.append(_choose(app, group))
        if min(changes[-1][kind] for kind in ["numbers", "figures", "drawn"]) < 0:
            raise RuntimeError(f"no figure of {app.url} changed")
        echoes.append(_choose(empty, group)["numbers"])
    return changes[WARM_UP:], echoes[WARM_UP:]


def filter_changes(repeats: int) -> Iterator[Times]:
    """Time a click on an age group on each literature page, where the state was asked before and where it is new.

    ``queries.run`` keeps its answers, so cycling the age group times everything but the questions themselves. Where the
    upper age moves one year before each click (untimed), every click reaches a state that nobody has asked for.

    The table's grid waits 200 ms before it renews the copy of its cells for screen readers. That is a change within the
    figure and counts as one; "as drawn" leaves it out, where it makes a difference.
    """
    with servers.both() as (app, empty), chromium() as browser:
        for name, low in PAGES.items():
            for state, new in [("state seen before", False), ("new state", True)]:
                pages = (
                    _visit(browser, app, f"{name}?{urlencode({'age': [low, 100], **SETTINGS.get(name, {})}, doseq=True)}"),
                    _visit(browser, empty, ""),
                )
                for page in pages:
                    _settle(page)
                changes, echoes = _in_turn(*pages, repeats, new)
                numbers, figures, drawn = ([change[kind] for change in changes] for kind in ["numbers", "figures", "drawn"])
                yield Times(f"/{name} numbers, {state}", numbers, echoes, 1.2)
                yield Times(f"/{name} figures, {state}", figures, echoes, 1.6, 2.2)
                if drawn != figures:
                    yield Times(f"/{name} figures as drawn, {state}", drawn, echoes, 1.6, 2.2)
                for page in pages:
                    page.context.close()


def verdict_changes(repeats: int) -> Iterator[Times]:
    """Time a click on a verdict of the paper check, which has no filters: until the count, and until the table, has changed.

    The table is timed as drawn: the copy of its cells for screen readers follows 200 ms later, as in :func:`filter_changes`.
    """
    with servers.both() as (app, empty), chromium() as browser:
        pages = _visit(browser, app, "paper-check"), _visit(browser, empty, "")
        for page in pages:
            _settle(page)
        changes, echoes = [], []
        for group in islice(cycle(GROUPS), WARM_UP + repeats):
            pages[0].get_by_role("button", name="agrees", exact=True).or_(
                pages[0].get_by_role("checkbox", name="agrees", exact=True)
            ).first.click()
            changes.append(_settle(pages[0]))
            echoes.append(_choose(pages[1], group)["numbers"])
        for what, kind in [("count", "numbers"), ("table", "drawn")]:
            yield Times(f"/paper-check {what}", [change[kind] for change in changes[WARM_UP:]], echoes[WARM_UP:], 1.3)


def step_changes(repeats: int) -> Iterator[Times]:
    """Time an arrow key of the talk, forwards and back through the usual steps, until the title and the figure have changed."""
    with servers.both() as (app, empty), chromium() as browser:
        pages = _visit(browser, app, "present"), _visit(browser, empty, "")
        _settle(pages[0], "title")
        _settle(pages[1])
        titles, drawn, echoes = [], [], []
        there = ["ArrowRight"] * (len(USUAL) - 1) + ["ArrowLeft"] * (len(USUAL) - 1)
        for key, group in islice(zip(cycle(there), cycle(GROUPS), strict=False), len(there) + repeats):
            pages[0].keyboard.press(key)
            seen = _settle(pages[0], "title")
            titles.append(seen["title"])
            drawn.append(max(seen["title"], seen["figures"]))
            echoes.append(_choose(pages[1], group)["numbers"])
        seen_before = slice(len(there), None)
        yield Times("/present title, step to step", titles[seen_before], echoes[seen_before], 1.2)
        yield Times("/present figure, step to step", drawn[seen_before], echoes[seen_before], 1.6, 2.2)


def _first_paint(browser: Browser, script: str, address: str, kind: str) -> float:
    with servers.serve(script) as server:
        page = _visit(browser, server, address)
        page.wait_for_function(f"window.bench.{kind} > 0", polling=50)
        shown: float = page.evaluate(f"performance.timeOrigin + window.bench.{kind}")
        page.context.close()
        return shown - server.started


def cold_starts(repeats: int) -> Iterator[Times]:
    """Time from a new server process to the first mark of a chart, or to the empty page's echo, in a running browser."""
    app, empty = [], []
    with chromium() as browser:
        for _ in range(min(repeats, COLD_STARTS)):
            app.append(_first_paint(browser, servers.APP, "cohort", "mark"))
            empty.append(_first_paint(browser, servers.EMPTY, "", "numbers"))
    yield Times("cold start to first useful paint", app, empty, 1.4)
