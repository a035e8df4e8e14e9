"""A real browser: it opens the pages, changes them, and tells when they last moved."""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import urlencode

from playwright.sync_api import Browser, Page, sync_playwright

from bench.pages import Target
from bench.servers import Server

WATCH = Path(__file__).with_name("watch.js")
# Finished: what is watched has changed, the run is over, and nothing has moved for 400 ms. The wait is not in the time.
SETTLED = """(what) => {
    const { started, any } = window.bench;
    const app = document.querySelector("[data-testid=stApp]");
    return window.bench[what] > started && performance.now() - any > 400 && app.dataset.testScriptState === "notRunning";
}"""
KINDS = ["numbers", "title", "content", "figures", "drawn"]


@contextmanager
def chromium() -> Iterator[Browser]:
    """Run a headless Chromium."""
    with sync_playwright() as playwright:
        path = next(
            filter(None, map(shutil.which, ["chromium-headless-shell", "chromium", "chromium-browser", "google-chrome"]))
        )
        arguments = ["--no-sandbox", "--disable-gpu", "--disable-background-networking"]
        browser = playwright.chromium.launch(executable_path=path, args=arguments)
        yield browser
        browser.close()


def visit(browser: Browser, server: Server, address: str) -> Page:
    """Open a page in a profile of its own, without waiting for it."""
    page = browser.new_context().new_page()
    page.add_init_script(path=WATCH)
    page.goto(f"http://127.0.0.1:{server.port}/{address}")
    return page


def enter(browser: Browser, servers: tuple[Server, ...], address: str) -> list[Page]:
    """Open a page of the app and the two yardsticks, and wait for all of them."""
    pages = [visit(browser, server, path) for server, path in zip(servers, [address, "", ""], strict=True)]
    for page in pages:
        settle(page)
    return pages


def address(name: str, target: Target) -> str:
    """Give the address under which a page of the app is timed."""
    return f"{name}?{urlencode({'age': [target.low, 100], **target.settings}, doseq=True)}"


def settle(page: Page, what: str = "numbers") -> dict[str, float]:
    """Wait until a change has been shown; give for each kind of it the milliseconds from the last click or key."""
    page.wait_for_function(SETTLED, arg=what, polling=50)
    if page.get_by_test_id("stException").count():
        raise RuntimeError(f"{page.url} shows an error")
    seen: dict[str, float] = page.evaluate("window.bench")
    return {kind: seen[kind] - seen["started"] for kind in KINDS}


def choose(page: Page, group: str) -> dict[str, float]:
    """Click on an age group."""
    page.get_by_role("radiogroup", name="Age group").get_by_role("radio", name=group, exact=True).click()
    return settle(page)


def lower_age(page: Page) -> None:
    """Move the upper end of the age filter down by a year, in the box that its button opens."""
    page.get_by_role("button", name="Age", exact=True).click()
    page.get_by_role("slider", name="Age (years)").last.press("ArrowLeft")
    settle(page)
    page.keyboard.press("Escape")
    page.get_by_test_id("stPopoverBody").wait_for(state="detached")
