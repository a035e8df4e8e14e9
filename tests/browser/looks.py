"""What can be wrong with the looks of a page as it stands: what axe-core finds, faint words, and what spills over."""

from pathlib import Path

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

from tests.browser.conftest import settled

RULES = {
    "resultTypes": ["violations"],
    "runOnly": {"type": "tag", "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa"]},
    # Only "moderate" to axe, but headings are how a screen reader finds a figure.
    "rules": {"heading-order": {"enabled": True}},
}
# The one rule whose answer depends on the theme.
COLOURS = {"resultTypes": ["violations"], "runOnly": {"type": "rule", "values": ["color-contrast"]}}
# What the app cannot change: rule, the elements that may break it, where that is met for sure (test_access.py), and why.
EXCEPTIONS = [
    # Streamlit 1.67 wraps each section of its navigation in a div between list and items; no report of it was found.
    ("list", "[data-testid=stSidebarNavItems]", "/child"),
    ("listitem", "[data-testid=stSidebarNavItems] > div > li", "/child"),
    # Vega names a group of marks by its marks; one without any draws nothing (as in vega/vega-lite issue 9623).
    # So does it with the two parts of a brush; what it selects is in reach of the keyboard as a choice of views.
    ("svg-img-alt", "svg.marks :is(g.role-mark:empty, g.window_brush, g.window_brush_bg)", "/child"),
    # Streamlit sets no tabindex on its table; browsers let the keyboard scroll it themselves, as test_keyboard.py shows.
    ("scrollable-region-focusable", "[data-testid=stTable] > div", "/paper-check?claim=Number+of+patients"),
    # A switched-off choice may be faint (WCAG 1.4.3, inactive components); axe does not see that this label belongs to one.
    ("color-contrast", "label[data-testid=stWidgetLabel][disabled] *", "/paper-check?claim=Number+of+patients"),
    # Streamlit writes white on the accent here and the accent on dark elsewhere; no blue does both (streamlit/streamlit issue 12801).
    ("color-contrast", "[data-testid=stMultiSelect] span[title]", "Steps"),
]
MATCHES = "(node, selector) => node.matches(selector)"
CONTRAST = (Path(__file__).parent / "contrast.js").read_text(encoding="utf-8")


def findings(page, rules=RULES):
    """What axe-core finds on a page: for each element the exception that covers it, if any, and a sentence."""
    for rule in Axe().run(page, options=rules).response["violations"]:
        if rule["impact"] in ("serious", "critical") or rule["id"] == "heading-order":
            for node in rule["nodes"]:
                found = page.locator(node["target"][0]).first
                covers = [one for one in EXCEPTIONS if one[0] == rule["id"] and found.evaluate(MATCHES, one[1])]
                told = [
                    f"{rule['id']} ({rule['impact']}): {rule['help']}",
                    node["target"][0],
                    node["html"][:160],
                    node["failureSummary"],
                ]
                yield next(iter(covers), None), "\n  ".join(told)


def theme(page):
    return page.get_by_test_id("stApp").evaluate("node => getComputedStyle(node).colorScheme")


def switch_theme(page):
    other = {"light": "dark", "dark": "light"}[theme(page)]
    page.emulate_media(color_scheme=other)
    expect(page.get_by_test_id("stApp")).to_have_css("color-scheme", other)
    settled(page)


def assert_right(page, rules):
    """Nothing wrong but the exceptions; give those that were met."""
    found = list(findings(page, rules))
    wrong = [told for exception, told in found if not exception] + page.evaluate(CONTRAST)
    assert not wrong, f"{page.url} in {theme(page)}\n" + "\n".join(wrong[:12])
    return {exception for exception, _ in found}


def assert_needed(met, where):
    """An exception that nothing needs would hide the next fault."""
    assert {one for one in EXCEPTIONS if one[2] == where} <= met


def assert_right_in_both_themes(page):
    """Every rule in the theme on screen, those about colours in the other, which stays on screen."""
    met = assert_right(page, RULES)
    switch_theme(page)
    return met | assert_right(page, COLOURS)


def assert_nothing_spills_over(page):
    width = page.viewport_size["width"]
    assert page.get_by_test_id("stMain").evaluate("node => node.scrollWidth <= node.clientWidth + 1")
    for chart in page.get_by_test_id("stVegaLiteChart").all():
        expect(chart.locator("svg.marks")).to_be_visible()
        box = chart.bounding_box()
        assert box["x"] >= 0
        assert box["x"] + box["width"] <= width + 1
