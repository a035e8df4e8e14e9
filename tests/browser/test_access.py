"""Every page under axe-core, the words in its charts against what lies behind them, and the keyboard alone."""

import io
from pathlib import Path
from urllib.parse import urlencode

import pytest
from axe_playwright_python.sync_playwright import Axe
from PIL import Image, ImageChops
from playwright.sync_api import expect
from present.names import NAMES

from tests.browser.conftest import settled
from tests.browser.test_pages import PATHS

# Beside the bare pages: chips, a notice, faded marks and the child laid over; and one statement with its wide table.
STATES = [
    "/cohort?age_group=Pediatric&child=true&nonsense=1",
    "/paper-check?claim=Number+of+patients",
    "/speaker-notes?step=Trial",
]
OPTIONS = {
    "resultTypes": ["violations"],
    "runOnly": {"type": "tag", "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa"]},
    # Only "moderate" to axe, but headings are how a screen reader finds a figure.
    "rules": {"heading-order": {"enabled": True}},
}
# What the app cannot change: rule, the elements that may break it, and why.
EXCEPTIONS = [
    # Streamlit 1.67 wraps each section of its navigation in a div between list and items; no report of it was found.
    ("list", "[data-testid=stSidebarNavItems]"),
    ("listitem", "[data-testid=stSidebarNavItems] > div > li"),
    # Vega names a group of marks by its marks; one without any draws nothing (as in vega/vega-lite issue 9623).
    ("svg-img-alt", "svg.marks g.role-mark:empty"),
    # Streamlit sets no tabindex on its table; browsers let the keyboard scroll it themselves, as the last test here shows.
    ("scrollable-region-focusable", "[data-testid=stTable] > div"),
    # A switched-off choice may be faint (WCAG 1.4.3, inactive components); axe does not see that this label belongs to one.
    ("color-contrast", "label[data-testid=stWidgetLabel][disabled] *"),
    # Streamlit writes white on the accent here and the accent on dark elsewhere; no blue does both (streamlit/streamlit issue 12801).
    ("color-contrast", "[data-testid=stMultiSelect] span[title]"),
]
MATCHES = "(node, selector) => node.matches(selector)"
CONTRAST = (Path(__file__).parent / "contrast.js").read_text(encoding="utf-8")


def unfolded(page):
    """Open what the sidebar folds away, and the first and the last thing that the page does."""
    main = page.get_by_test_id("stMain").get_by_test_id("stExpander").locator("summary").all()
    side = page.get_by_test_id("stSidebar").get_by_test_id("stExpander").locator("summary").all()
    for fold in [*side, *main[:1], *main[1:][-1:]]:
        fold.click()
        settled(page)
    return page


def findings(page):
    """What axe-core finds on a page: for each element the exception that covers it, if any, and a sentence."""
    for rule in Axe().run(page, options=OPTIONS).response["violations"]:
        if rule["impact"] in ("serious", "critical") or rule["id"] == "heading-order":
            for node in rule["nodes"]:
                found = page.locator(node["target"][0]).first
                covers = [pair for pair in EXCEPTIONS if pair[0] == rule["id"] and found.evaluate(MATCHES, pair[1])]
                told = [
                    f"{rule['id']} ({rule['impact']}): {rule['help']}",
                    node["target"][0],
                    node["html"][:160],
                    node["failureSummary"],
                ]
                yield next(iter(covers), None), "\n  ".join(told)


def wrongs(page):
    """What is wrong on a page as it stands, each as a sentence."""
    page.wait_for_timeout(500)  # what is drawn late, such as a table's canvas
    return [told for exception, told in findings(page) if not exception] + page.evaluate(CONTRAST)


def assert_right_in_both_themes(page):
    for theme in ["light", "dark"]:
        page.emulate_media(color_scheme=theme)
        expect(page.get_by_test_id("stApp")).to_have_css("color-scheme", theme)
        settled(page)
        wrong = wrongs(page)
        assert not wrong, f"{page.url} in {theme}\n" + "\n".join(wrong[:12])


@pytest.mark.parametrize("path", [*PATHS, *STATES])
def test_no_serious_finding_and_no_faint_word(watch, path):
    assert_right_in_both_themes(unfolded(watch(path)))


def test_no_serious_finding_and_no_faint_word_in_any_step_of_the_talk(watch):
    page = watch("/present?" + urlencode({"steps": list(NAMES.values())}, doseq=True))
    for place in range(1, len(NAMES) + 1):
        expect(page.get_by_test_id("stProgress")).to_contain_text(f"{place} of {len(NAMES)}")
        settled(page)
        assert_right_in_both_themes(page)
        page.keyboard.press("ArrowRight")
    page.get_by_text("Notes", exact=True).click()
    assert_boxes_right(page, ["Filters", "Steps", "More"])


def assert_boxes_right(page, names):
    for name in names:
        page.get_by_role("button", name=name).click()
        page.get_by_test_id("stPopoverBody").wait_for()
        settled(page)
        assert_right_in_both_themes(page)
        page.keyboard.press("Escape")
        expect(page.get_by_test_id("stPopoverBody")).to_have_count(0)


def test_no_serious_finding_in_the_link_and_the_citation(watch):
    assert_boxes_right(watch("/cohort"), ["Copy link", "Cite"])


@pytest.mark.parametrize("path", [*PATHS, *STATES])
def test_no_serious_finding_on_a_phone(watch, path):
    wrong = wrongs(watch(path, width=390))
    assert not wrong, "\n" + "\n".join(wrong[:12])


def test_every_exception_is_still_needed(watch):
    talk = watch("/present", theme="dark")
    talk.get_by_role("button", name="Steps").click()
    settled(talk)
    pages = [watch("/directions"), watch(STATES[1], width=390), talk]
    met = {exception for page in pages for exception, _ in findings(page)}
    assert met - {None} == set(EXCEPTIONS), "an exception that nothing needs hides the next fault"


def test_a_faint_word_is_told(watch):
    page = watch("/cohort")
    assert not page.evaluate(CONTRAST)
    page.locator("svg .role-axis-label text").first.evaluate("node => node.style.fill = '#999'")
    assert "contrast 2.8" in page.evaluate(CONTRAST)[0]


FOCUSED = r"""() => {
    const node = document.activeElement, box = (node.closest('canvas') || node.closest('label') || node).getBoundingClientRect();
    const words = node.ariaLabel || node.innerText || node.closest('label')?.innerText || '';
    return {name: words.replace(/\s+/g, ' ').trim().slice(0, 60), toolbar: !!node.closest('[data-testid=stElementToolbar]'),
        clip: {x: Math.max(box.x - 6, 0), y: Math.max(box.y - 6, 0), width: box.width + 12, height: box.height + 12}};
}"""


def look(page, clip):
    page.wait_for_timeout(150)
    return Image.open(io.BytesIO(page.screenshot(clip=clip))).convert("RGB")


def walked(page, until):
    """Press Tab until the focus is on a given name; give the names on the way, and those where the focus cannot be seen."""
    names, unseen = [], []
    while not names or until not in names[-1]:
        assert len(names) < 60, f"Tab never reached {until}: {names}"
        page.keyboard.press("Tab")
        stop = page.evaluate(FOCUSED)
        names.append(stop["name"])
        if stop["toolbar"]:
            # Streamlit shows this toolbar to the mouse alone; what it offers is in "Rows, SQL and downloads" too.
            continue
        with_focus = look(page, stop["clip"])
        page.keyboard.press("Tab")
        if not ImageChops.difference(with_focus, look(page, stop["clip"])).getbbox():
            unseen.append(names[-1])
        page.keyboard.press("Shift+Tab")
    return names, unseen


def test_tab_alone_reaches_filters_rows_and_downloads_with_a_visible_focus(watch):
    page = watch("/cohort")
    page.set_viewport_size({"width": 1440, "height": 3000})  # nothing scrolls, so that two pictures of one place compare
    settled(page)
    names, unseen = walked(page, "Rows, SQL and downloads")
    for name in ["Skip to main content", "Dose and therapy length", "All", "Age (years) — start", "Count possible matches",
                 "More filters", "Copy link", "patients", "Lay the child over"]:  # fmt: skip
        assert any(name in met for met in names), f"{name} is not among {names}"
    page.keyboard.press("Enter")
    page.get_by_role("button", name="SVG picture").first.wait_for()
    settled(page)
    names, more = walked(page, "CSV (")
    assert not unseen + more
    with page.expect_download() as waiting:
        page.keyboard.press("Enter")
    assert waiting.value.suggested_filename == "literature-ages.csv"


def test_the_keyboard_scrolls_a_table_wider_than_the_phone(watch):
    page = watch(STATES[1], width=390)
    table = page.locator(dict(EXCEPTIONS)["scrollable-region-focusable"]).first
    for _ in range(60):
        page.keyboard.press("Tab")
        if table.evaluate("node => node === document.activeElement"):
            break
    page.keyboard.press("ArrowRight")
    page.wait_for_timeout(500)
    assert table.evaluate("node => node.scrollLeft") > 0
