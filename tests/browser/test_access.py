"""Every page at rest, wide and on a phone, in both themes: nothing spills over, no finding of axe-core, no faint word."""

from urllib.parse import urlencode

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import settled
from tests.browser.looks import (
    CONTRAST,
    EXCEPTIONS,
    RULES,
    assert_nothing_spills_over,
    assert_right,
    assert_right_in_both_themes,
    findings,
    switch_theme,
)
from tests.browser.test_stage import STEPS

STATEMENT = "/paper-check?claim=Number+of+patients"
# Every page: one with chips, a notice, faded marks and the child laid over, the others bare; one statement with its wide table.
PATHS = [
    "/", "/child", "/dose?child=true", "/table", "/about", "/comparison", "/directions?child=true", "/outcomes", "/paper-check",
    "/appraise", "/cohort?age_group=Pediatric&child=true&nonsense=1", STATEMENT, "/speaker-notes?step=Trial",
]  # fmt: skip


def unfold(page):
    """Open the first and the last thing that the page folds away."""
    main = page.get_by_test_id("stMain").get_by_test_id("stExpander").locator("summary").all()
    for fold in [*main[:1], *main[1:][-1:]]:
        fold.click()
    settled(page)


# Colours are the same at any width, so each theme is looked at once; a turned phone is a page that changes its width.
@pytest.mark.parametrize("path", PATHS)
def test_nothing_spills_over_no_serious_finding_and_no_faint_word_wide_and_on_a_phone(watch, path):
    page = watch(path, 1440, "dark")
    assert_nothing_spills_over(page)
    unfold(page)
    assert_right(page, RULES)
    page.set_viewport_size({"width": 390, "height": 1000})
    switch_theme(page)
    assert_nothing_spills_over(page)
    assert_right(page, RULES)


def assert_boxes_right(page, names):
    for name in names:
        page.get_by_role("button", name=name, exact=True).click()
        page.get_by_test_id("stPopoverBody").wait_for()
        settled(page)
        assert_right_in_both_themes(page)
        page.keyboard.press("Escape")
        expect(page.get_by_test_id("stPopoverBody")).to_have_count(0)


def test_no_serious_finding_in_the_boxes_of_the_talk_and_its_notes(watch):
    page = watch("/present?" + urlencode({"steps": STEPS, "step": STEPS[-1]}, doseq=True))
    page.get_by_text("Notes", exact=True).click()
    assert_boxes_right(page, ["Filters", "Steps", "More"])


def test_no_serious_finding_in_the_filters_and_the_citation(watch):
    assert_boxes_right(watch("/cohort"), ["More filters", "Cite"])


def test_every_exception_is_still_needed(watch):
    talk = watch("/present", theme="dark")
    talk.get_by_role("button", name="Steps", exact=True).click()
    settled(talk)
    pages = [watch("/directions"), watch(STATEMENT, width=390), talk]
    met = {exception for page in pages for exception, _ in findings(page)}
    assert met - {None} == set(EXCEPTIONS), "an exception that nothing needs hides the next fault"


def test_a_faint_word_is_told(watch):
    page = watch("/cohort")
    assert not page.evaluate(CONTRAST)
    page.locator("svg .role-axis-label text").first.evaluate("node => node.style.fill = '#999'")
    assert "contrast 2.8" in page.evaluate(CONTRAST)[0]
