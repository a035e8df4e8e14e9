"""The whole journey with the network cut: neither the browser nor the server asks another machine for anything."""

import os
import subprocess
import sys

from playwright.sync_api import expect

from tests.browser.conftest import GUARD, PATIENCE, settled
from tests.browser.test_figures import downloaded, opened
from tests.browser.test_filters import pick, sentence

GUARDED = {**os.environ, "PYTHONPATH": str(GUARD)}


def cut(page, server):
    """Let nothing through but the app's own server."""
    page.context.route(
        lambda url: not url.startswith((server, "data:", "blob:")), lambda route: route.abort("internetdisconnected")
    )


# Every other visit goes without a network too (no name leads anywhere), which this proves by trying.
def test_filters_and_downloads_work_with_the_network_cut(watch, server):
    page = watch("/cohort?dose=150&dose=300", first_visit=True)
    cut(page, server)
    assert not page.evaluate("() => fetch('https://example.org/').then(() => true, () => false)"), (
        "the cut lets something through"
    )
    assert any("example.org" in wrong for wrong in watch.wrongs), "nobody noticed that something tried to leave"
    watch.wrongs.clear()
    page.get_by_role("button", name="Reset all").click()
    pick(page, "Pediatric")
    expect(sentence(page)).to_have_text("6 of 81 patients, up to 46: under 18 years.")
    opened(page)
    assert downloaded(page, "CSV (").stat().st_size > 100
    assert b"<svg" in downloaded(page, "SVG picture").read_bytes()
    assert downloaded(page, "PNG picture").read_bytes().startswith(b"\x89PNG")
    assert downloaded(page, "Database (DuckDB)").stat().st_size > 10_000


def test_slides_and_handouts_are_made_with_the_network_cut(watch, server):
    # Two steps need all that ten need, a figure and a table, and less time.
    page = watch("/present?steps=Response&steps=Bottom+line", first_visit=True)
    cut(page, server)
    page.get_by_role("button", name="More", exact=True).click()
    for label, file_name, start in [
        ("Make slides", "mastoscope-talk.pptx", b"PK"),
        ("Make handout (PDF)", "mastoscope-handout.pdf", b"%PDF"),
        ("Make handout (web page)", "mastoscope-handout.html", b"<!"),
    ]:
        page.get_by_role("button", name=label).click()
        expect(page.get_by_role("button", name=f"Save {file_name}")).to_be_enabled(timeout=5 * PATIENCE)
        settled(page)
        assert downloaded(page, f"Save {file_name}").read_bytes().startswith(start)


def test_fonts_and_icons_come_from_the_app(watch, server):
    page = watch("/cohort", first_visit=True)
    page.evaluate("() => document.fonts.ready")
    fonts = page.evaluate("() => [...document.fonts].filter(font => font.status === 'loaded').map(font => font.family)")
    assert {"Source Sans", "Material Symbols Rounded"} <= {font.strip('"') for font in fonts}
    files = page.evaluate("() => performance.getEntriesByType('resource').map(entry => entry.name)")
    assert any(".woff2" in file for file in files)
    assert all(file.startswith(server) for file in files), files
    # Streamlit takes the icon of a page that has none of its own from another host, which no request of a page tells.
    assert page.locator("link[rel='shortcut icon']").get_attribute("href").startswith("data:image/svg+xml")


def test_the_guard_of_the_server_refuses_other_machines_and_only_those():
    calls = {
        "socket.create_connection(('192.0.2.1', 80))": False, "socket.getaddrinfo('example.org', 443)": False,
        "socket.getaddrinfo('localhost', 80)": True, "socket.socket(socket.AF_INET, socket.SOCK_DGRAM).sendto(b'', ('127.0.0.1', 9))": True,
    }  # fmt: skip
    for call, allowed in calls.items():
        done = subprocess.run(
            [sys.executable, "-c", f"import socket; {call}"], env=GUARDED, capture_output=True, text=True, check=False
        )
        assert (done.returncode == 0) is allowed, (call, done.stderr)
        assert ("Refused:" in done.stderr) is not allowed
