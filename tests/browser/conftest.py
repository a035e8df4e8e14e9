"""A real server and a real Chromium, one of each for every worker, and pages that tell when they have come to rest."""

import os
import shutil
import socket
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.request

import pytest
from playwright.sync_api import expect, sync_playwright

from tests.conftest import ROOT

REMEDY = "The browser tests need Chromium. Install it, for example with: sudo apt-get install chromium"
# Where the file lies that cuts Python off from the network.
GUARD = ROOT / "tests" / "browser" / "guard"
STILL = ROOT / "tests" / "browser" / "still.js"
# A machine may be busy: how long to wait for what should be there at once, before it counts as missing.
PATIENCE = 60_000
expect.set_options(timeout=PATIENCE)


@pytest.fixture(scope="session")
def server():
    """The address of the app, freshly started, with every call to another machine refused and told."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = [sys.executable, "-m", "streamlit", "run", "app.py", "--server.port", str(port)]
    guarded = {**os.environ, "PYTHONPATH": str(GUARD)}
    # A file and not a pipe, which would stop the server once it is full.
    with tempfile.TemporaryFile("w+") as log:
        process = subprocess.Popen(command, cwd=ROOT, env=guarded, stdout=log, stderr=subprocess.STDOUT)
        address = f"http://127.0.0.1:{port}"
        end = time.monotonic() + 2 * PATIENCE / 1000
        while not answers(address) and process.poll() is None and time.monotonic() < end:
            time.sleep(0.1)
        try:
            assert process.poll() is None, told(log)
            assert answers(address), "the server gave no answer in two minutes"
            yield address
        finally:
            process.terminate()
            process.wait(timeout=60)
        output = told(log)
    assert "Traceback" not in output, output
    assert "Refused:" not in output, output


def told(log):
    log.seek(0)
    return log.read()


def answers(address):
    """Whether the server is up."""
    try:
        return urllib.request.urlopen(f"{address}/_stcore/health", timeout=5).status == 200
    except (urllib.error.URLError, OSError):
        return False


@pytest.fixture(scope="session")
def chromium():
    """One headless Chromium for the whole run."""
    path = next(
        filter(None, map(shutil.which, ["chromium-headless-shell", "chromium", "chromium-browser", "google-chrome"])), None
    )
    if not path:
        pytest.fail(REMEDY)
    flags = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update", "--disable-sync"]
    flags.append("--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1")  # no name leads anywhere
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=flags, timeout=PATIENCE)
        yield browser
        browser.close()


def visitor(chromium):
    """A browser that has never been here."""
    context = chromium.new_context(accept_downloads=True)
    context.set_default_timeout(PATIENCE)
    context.grant_permissions(["clipboard-read", "clipboard-write"])
    context.add_init_script(path=STILL)
    return context


@pytest.fixture(scope="session")
def regular(chromium):
    """A browser that has been here before, and has the app's files at hand."""
    context = visitor(chromium)
    yield context
    context.close()


@pytest.fixture
def watch(chromium, server, regular):
    """Open pages and remember everything they did wrong: exceptions, console errors, requests to other hosts."""
    pages, wrongs = [], []

    def opened(path="/", width=1440, theme="light", first_visit=False):
        # A new page is a new session of Streamlit.
        page = (visitor(chromium) if first_visit else regular).new_page()
        pages.append(page)
        page.set_viewport_size({"width": width, "height": 1000})
        page.emulate_media(color_scheme=theme)
        page.on("pageerror", lambda error: wrongs.append(str(error)))
        page.on("console", lambda message: note(message))
        page.on("request", lambda request: foreign(request.url))
        page.on("websocket", lambda socket: foreign(socket.url))
        page.goto(server + path)
        settled(page)
        return page

    def note(message):
        # On a deep link Streamlit's own client first asks below the page's path, gets 404, and then asks at the root.
        asked_first = "/_stcore/" in message.location.get("url", "") and "Content Security Policy" not in message.text
        if message.type == "error" and not asked_first:
            wrongs.append(message.text)

    def foreign(url):
        if not url.startswith((server, server.replace("http", "ws"), "data:", "blob:")):
            wrongs.append(f"request to {url}")

    opened.wrongs = wrongs
    yield opened
    for page in pages:
        page.close()
        if page.context is not regular:
            page.context.close()
    regular.set_storage_state({"cookies": [], "origins": []})
    assert not wrongs


def awaited(page, locator, text):
    """Wait for a text with a hand on the keyboard: the frame takes what changes for a person's doing within a second of a key."""
    end = time.monotonic() + PATIENCE / 1000
    while text not in locator.inner_text() and time.monotonic() < end:
        page.keyboard.press("Shift")
    expect(locator).to_contain_text(text)


def settled(page):
    """Wait until the page has a title, no run is asked for or under way, and nothing moves; and no exception is shown."""
    page.locator("h1").first.wait_for()
    page.wait_for_function("() => window.still.look()", polling=20)
    expect(page.get_by_test_id("stException")).to_have_count(0)
