"""A real server and a real Chromium."""

import os
import shutil
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request

import pytest
from playwright.sync_api import expect, sync_playwright

from tests.conftest import ROOT

REMEDY = "The browser tests need Chromium. Install it, for example with: sudo apt-get install chromium"
# Where the file lies that cuts Python off from the network.
GUARD = ROOT / "tests" / "browser" / "guard"
expect.set_options(timeout=15_000)


@pytest.fixture(scope="session")
def server():
    """The address of the app, freshly started, with every call to another machine refused and told."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = [sys.executable, "-m", "streamlit", "run", "app.py", "--server.port", str(port)]
    guarded = {**os.environ, "PYTHONPATH": str(GUARD)}
    process = subprocess.Popen(command, cwd=ROOT, env=guarded, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
    address = f"http://127.0.0.1:{port}"
    for _ in range(300):
        try:
            urllib.request.urlopen(f"{address}/_stcore/health", timeout=1)
            break
        except (urllib.error.URLError, OSError):
            assert process.poll() is None, process.stdout.read()
            time.sleep(0.1)
    yield address
    process.terminate()
    output = process.communicate(timeout=20)[0]
    assert "Traceback" not in output, output
    assert "Refused:" not in output, output


@pytest.fixture(scope="session")
def chromium():
    """One headless Chromium for the whole run."""
    path = next(filter(None, map(shutil.which, ["chromium", "chromium-browser", "google-chrome"])), None)
    if not path:
        pytest.fail(REMEDY)
    flags = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update", "--disable-sync"]
    flags.append("--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1")  # no name leads anywhere
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=flags)
        yield browser
        browser.close()


@pytest.fixture
def watch(chromium, server):
    """Open pages and remember everything they did wrong: exceptions, console errors, requests to other hosts."""
    contexts, wrongs = [], []

    def opened(path="/", width=1440, theme="light"):
        context = chromium.new_context(viewport={"width": width, "height": 1000}, color_scheme=theme, accept_downloads=True)
        context.grant_permissions(["clipboard-read", "clipboard-write"])
        contexts.append(context)
        page = context.new_page()
        page.on("pageerror", lambda error: wrongs.append(str(error)))
        page.on("console", lambda message: note(message))
        page.on("request", lambda request: foreign(request.url))
        page.on("websocket", lambda socket: foreign(socket.url))
        page.goto(server + path)
        settled(page)
        return page

    def note(message):
        # On a deep link Streamlit's own client first asks below the page's path, gets 404, and then asks at the root.
        if message.type == "error" and "/_stcore/" not in message.location.get("url", ""):
            wrongs.append(message.text)

    def foreign(url):
        if not url.startswith((server, server.replace("http", "ws"), "data:", "blob:")):
            wrongs.append(f"request to {url}")

    opened.wrongs = wrongs
    yield opened
    for context in contexts:
        context.close()
    assert not wrongs


def settled(page):
    """Wait until the page has a title, no run is under way, and no exception is shown."""
    page.locator("h1").wait_for()
    page.wait_for_function("() => document.querySelector('[data-testid=stApp]').dataset.testScriptState === 'notRunning'")
    page.wait_for_timeout(400)
    expect(page.get_by_test_id("stException")).to_have_count(0)
