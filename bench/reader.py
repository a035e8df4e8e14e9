"""What a reader sees: the time from a click or key to the last change on the page, and from a cold start to a chart."""

import re
from collections.abc import Iterator
from itertools import cycle, islice

from playwright.sync_api import Browser, Page

from bench import servers
from bench.browser import address, choose, chromium, enter, lower_age, settle, visit
from bench.pages import GROUPS, NUMBERS, PAGES, SEEN_FIGURES, SEEN_FIGURES_P95, WARM_UP
from bench.rows import Times

# Each takes seconds, so fewer are enough.
COLD_STARTS = 10

Changes = dict[str, list[float]]


def _note(changes: Changes, seen: dict[str, float]) -> None:
    for kind, milliseconds in seen.items():
        changes.setdefault(kind, []).append(milliseconds)


def _in_turn(pages: list[Page], repeats: int, new: bool) -> list[Changes]:
    """Click on the age groups of all three pages in turn, each time after reaching a new state where that is wanted."""
    sides: list[Changes] = [{}, {}, {}]
    for group in islice(cycle(GROUPS), WARM_UP + repeats):
        if new:
            lower_age(pages[0])
        for page, changes in zip(pages, sides, strict=True):
            _note(changes, choose(page, group))
        if min(sides[0][kind][-1] for kind in ["numbers", "figures", "drawn"]) < 0:
            raise RuntimeError(f"no figure of {pages[0].url} changed")
    return [{kind: times[WARM_UP:] for kind, times in changes.items()} for changes in sides]


def filter_changes(repeats: int) -> Iterator[Times]:
    """Time a click on an age group on each literature page, where the state was asked before and where it is new.

    Cycling the age group asks for states whose answers the app may have kept. Where the upper age moves one year before each
    click (untimed), every click reaches a state that nobody has asked for.

    The table's grid waits 200 ms before it renews the copy of its cells for screen readers. That is a change within the
    figure and counts as one; "as drawn" leaves it out, where it makes a difference.
    """
    with servers.together() as three, chromium() as browser:
        for name, target in PAGES.items():
            for state in ["seen", "new"]:
                pages = enter(browser, three, address(name, target))
                app, empty, naive = _in_turn(pages, repeats, state == "new")
                yield Times(f"/{name} numbers, {state}", app["numbers"], empty["numbers"], naive["numbers"], NUMBERS)
                for kind, words in [("figures", "figures"), ("drawn", "figures as drawn")]:
                    if kind == "drawn" and app["drawn"] == app["figures"]:
                        continue
                    row = Times(
                        f"/{name} {words}, {state}", app[kind], empty["numbers"], naive[kind], SEEN_FIGURES, SEEN_FIGURES_P95
                    )
                    if state == "new":
                        row = row._replace(target=target.figures, target_p95=None, below_naive=target.below_naive)
                    yield row
                for page in pages:
                    page.context.close()


def verdict_changes(repeats: int) -> Iterator[Times]:
    """Time a click on a verdict of the paper check, which has no filters: until the count, and until the table, has changed.

    The table is timed as drawn: its grid renews the copy of its cells for screen readers 200 ms later.
    """
    with servers.together() as three, chromium() as browser:
        pages = enter(browser, three, "paper-check")
        agrees = pages[0].get_by_role("button", name="agrees", exact=True)
        agrees = agrees.or_(pages[0].get_by_role("checkbox", name="agrees", exact=True)).first
        sides: list[Changes] = [{}, {}, {}]
        for group in islice(cycle(GROUPS), WARM_UP + repeats):
            agrees.click()
            _note(sides[0], settle(pages[0], "drawn"))
            for page, changes in zip(pages[1:], sides[1:], strict=True):
                _note(changes, choose(page, group))
        empty, naive = sides[1]["numbers"][WARM_UP:], sides[2]["numbers"][WARM_UP:]
        for what, kind in [("count", "numbers"), ("table as drawn", "drawn")]:
            yield Times(f"/paper-check, a verdict clicked, {what}", sides[0][kind][WARM_UP:], empty, naive, 1.3)


def step_changes(repeats: int) -> Iterator[Times]:
    """Time an arrow key of the talk, forwards and back through its steps, until the title and the figure have changed."""
    with servers.together() as three, chromium() as browser:
        pages = [visit(browser, server, path) for server, path in zip(three, ["present", "", ""], strict=True)]
        for page, what in zip(pages, ["title", "numbers", "numbers"], strict=True):
            settle(page, what)
        steps = int(pages[0].get_by_text(re.compile(r"^1 of \d+$")).first.inner_text().split()[-1])
        there = ["ArrowRight"] * (steps - 1) + ["ArrowLeft"] * (steps - 1)
        sides: list[Changes] = [{}, {}, {}]
        for key, group in islice(zip(cycle(there), cycle(GROUPS), strict=False), len(there) + repeats):
            pages[0].keyboard.press(key)
            _note(sides[0], settle(pages[0], "title"))
            for page, changes in zip(pages[1:], sides[1:], strict=True):
                _note(changes, choose(page, group))
        app, empty, naive = ({kind: times[len(there) :] for kind, times in changes.items()} for changes in sides)
        # A step may have a table in place of a figure; it is there with its title.
        drawn = list(map(max, app["title"], app["figures"]))
        yield Times("/present title, step to step", app["title"], empty["numbers"], naive["numbers"], NUMBERS)
        figures = Times("/present figure, step to step", drawn, empty["numbers"], naive["figures"], SEEN_FIGURES)
        yield figures._replace(target_p95=SEEN_FIGURES_P95)


def _first_paint(browser: Browser, script: str, path: str, kind: str) -> float:
    with servers.serve(script) as server:
        page = visit(browser, server, path)
        page.wait_for_function(f"window.bench.{kind} > 0", polling=50)
        shown: float = page.evaluate(f"performance.timeOrigin + window.bench.{kind}")
        page.context.close()
        return shown - server.started


def cold_starts(repeats: int) -> Iterator[Times]:
    """Time from a new server process to the first mark of a chart, or to the empty page's echo, in a running browser."""
    app, empty, naive = [], [], []
    with chromium() as browser:
        for _ in range(min(repeats, COLD_STARTS)):
            app.append(_first_paint(browser, servers.APP, "cohort", "mark"))
            empty.append(_first_paint(browser, servers.EMPTY, "", "numbers"))
            naive.append(_first_paint(browser, servers.NAIVE, "", "mark"))
    yield Times("cold start to first chart mark", app, empty, naive, 1.9)
