"""Every page at rest, wide and on a phone, in both themes: nothing spills over, no finding of axe-core, no faint word."""

from urllib.parse import urlencode

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import settled
from tests.browser.looks import (
    COLOURS,
    CONTRAST,
    EXCEPTIONS,
    RULES,
    assert_needed,
    assert_nothing_spills_over,
    assert_right,
    assert_right_in_both_themes,
    switch_theme,
)
from tests.browser.test_pages import assert_charts_have_marks
from tests.browser.test_stage import STEPS

STATEMENT = "/paper-check?claim=Number+of+patients"
# Filters, and the child laid over: every page of the literature draws under them.
SETTING = "?dose=150&dose=300&ige=up&unit=publications&child=true"
# Every page and how many charts it has: one with chips, a notice and faded marks, some bare; one statement with its wide table.
PATHS = {
    "/": 4, "/child": 5, f"/dose{SETTING}": 2, f"/table{SETTING}": 0, "/about": 0, f"/comparison{SETTING}": 3,
    f"/directions{SETTING}": 3, f"/outcomes{SETTING}": 5, "/paper-check": 0, "/appraise": 0, "/interval": 7,
    "/cohort?age_group=Pediatric&child=true&study=Pitt+2010&nonsense=1": 3, STATEMENT: 0, "/speaker-notes?step=Trial": 0,
}  # fmt: skip
# Pages that fold something away which no other page does.
FOLDED = ("/child", "/cohort", "/interval", "/outcomes", "/appraise")
# How far things were pushed about since the page was opened (web.dev calls more than 0.1 a fault).
PUSHED = """() => new Promise(done => {
  let sum = 0;
  new PerformanceObserver(list => list.getEntries().forEach(entry => (sum += entry.value))).observe({ type: "layout-shift", buffered: true });
  setTimeout(() => done(sum), 50);
})"""


def unfold(page):
    """Open the first and the last thing that the page folds away."""
    main = page.get_by_test_id("stMain").get_by_test_id("stExpander").locator("summary").all()
    for fold in [*main[:1], *main[1:][-1:]]:
        fold.click()
    settled(page)


# Colours are the same at any width, so each theme is looked at once; a turned phone is a page that changes its width.
@pytest.mark.parametrize(("path", "charts"), PATHS.items())
def test_nothing_jumps_or_spills_over_no_serious_finding_and_no_faint_word_wide_and_on_a_phone(watch, path, charts):
    page = watch(path, 1440, "dark")
    assert page.evaluate(PUSHED) < 0.1
    assert_charts_have_marks(page, charts)
    assert_nothing_spills_over(page)
    if path.startswith(FOLDED):
        unfold(page)
    met = assert_right(page, RULES)
    page.set_viewport_size({"width": 390, "height": 1000})
    switch_theme(page)
    assert_nothing_spills_over(page)
    met |= assert_right(page, RULES if path == STATEMENT else COLOURS)
    assert_needed(met, path)


def assert_boxes_right(page, names):
    for name in names:
        page.get_by_role("button", name=name, exact=True).click()
        page.get_by_test_id("stPopoverBody").wait_for()
        settled(page)
        met = assert_right_in_both_themes(page)
        assert_needed(met, name)
        page.keyboard.press("Escape")
        expect(page.get_by_test_id("stPopoverBody")).to_have_count(0)


def test_no_serious_finding_in_the_boxes_of_the_talk_and_its_notes(watch):
    page = watch("/present?" + urlencode({"steps": STEPS, "step": STEPS[-1]}, doseq=True))
    page.get_by_text("Notes", exact=True).click()
    assert_boxes_right(page, ["Filters", "Steps", "More"])


def test_no_serious_finding_in_the_filters_and_the_citation(watch):
    assert_boxes_right(watch("/cohort"), ["More filters", "Cite"])


def test_every_exception_is_looked_for_somewhere():
    assert {where for _, _, where in EXCEPTIONS} <= {*PATHS, "Steps"}


def test_charts_follow_the_theme_and_a_faint_word_is_told(watch):
    page = watch("/cohort", theme="dark")
    label = page.locator("svg .role-axis-label text").first
    dark = label.get_attribute("fill")
    switch_theme(page)
    assert label.get_attribute("fill") != dark
    assert not page.evaluate(CONTRAST)
    label.evaluate("node => node.style.fill = '#999'")
    assert "contrast 2.8" in page.evaluate(CONTRAST)[0]
