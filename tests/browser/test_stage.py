"""The talk in a real browser: keys, filters in place, notes that follow, order of steps, and every projector size."""

import re
from urllib.parse import parse_qs, urlencode

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import awaited, settled
from tests.browser.looks import COLOURS, RULES, assert_nothing_spills_over, assert_right
from tests.browser.test_filters import copied

# Every step that can be chosen, as a reader sees it; the last three are none of the usual ones.
STEPS = [
    "Title", "Question", "The child", "Biomarkers", "Literature", "Children and adults", "Directions", "Trial", "Known harms",
    "Paper check", "Bottom line", "Ages", "Dose and length", "Responses",
]  # fmt: skip
USUAL = 11
# Each word of a figure or a table: what it says, its size in pixels, and what hides a part of it.
WORDS = """() => [...document.querySelectorAll(".st-key-stage :is(svg text, td, th, p)")].filter(node => node.textContent.trim())
    .map(node => {
        const box = node.getBoundingClientRect();
        const frame = node.closest("[data-testid=stVegaLiteChart], .st-key-stage").getBoundingClientRect();
        const cut = node.textContent.includes("…") || box.left < frame.left - 1 || box.right > frame.right + 1
            || box.top < frame.top - 1 || box.bottom > frame.bottom + 1;
        return [node.textContent, parseFloat(getComputedStyle(node).fontSize), cut];
    })"""
FILLED = """() => { const box = document.querySelector(".st-key-stage").getBoundingClientRect();
    return [box.bottom / innerHeight, box.height / innerHeight]; }"""
OPACITY = "node => Number(getComputedStyle(node).opacity)"


def here(page):
    return page.get_by_test_id("stProgress")


@pytest.mark.parametrize(
    ("width", "height", "theme", "least", "keys"),
    [(1280, 720, "light", 16, ["PageDown", "Space"]), (1920, 1080, "dark", 22, ["ArrowRight"])],
)
def test_every_step_fits_one_screen_in_large_type_and_is_accessible(watch, width, height, theme, least, keys):
    # All steps on the smaller screen; on the larger one, which only grows, those with the most words, a table and lines.
    steps = STEPS if width == 1280 else ["Title", "The child", "Directions", "Known harms", "Ages"]
    page = watch("/present?" + urlencode({"steps": steps}, doseq=True), width, theme)
    page.set_viewport_size({"width": width, "height": height})
    titles = []
    for place in range(1, len(steps) + 1):
        expect(here(page)).to_contain_text(f"{place} of {len(steps)}")
        settled(page)
        titles.append(page.locator("h1").text_content())
        assert_nothing_spills_over(page)
        assert page.get_by_test_id("stMain").evaluate("node => node.scrollHeight <= node.clientHeight + 1"), titles[-1]
        words = page.evaluate(WORDS)
        assert words
        assert [word for word in words if word[1] < least] == [], titles[-1]
        assert [word for word in words if word[2]] == [], titles[-1]
        bottom, share = page.evaluate(FILLED)
        assert bottom > 0.8
        assert share > 0.55
        for chart in page.get_by_test_id("stVegaLiteChart").all():
            assert chart.locator("svg .mark-rect path, svg .mark-symbol path").count()
        # Every rule in one theme, and those about colours in the other.
        assert_right(page, RULES if width == 1280 else COLOURS)
        page.keyboard.press(keys[place % len(keys)])
    assert len(set(titles)) == len(steps)
    for key, title in [("PageUp", titles[-2]), ("Home", titles[0]), ("End", titles[-1]), ("ArrowLeft", titles[-2])]:
        page.keyboard.press(key)
        expect(page.locator("h1")).to_have_text(title)
        settled(page)


def test_a_phone_keeps_the_controls_and_nothing_spills_over(watch):
    steps = ["Biomarkers", "Children and adults", "Bottom line"]
    page = watch("/present?" + urlencode({"steps": steps}, doseq=True), 390)
    for place in range(1, len(steps) + 1):
        expect(here(page)).to_contain_text(f"{place} of {len(steps)}")
        settled(page)
        assert_nothing_spills_over(page)
        page.keyboard.press("PageDown")


def test_a_question_from_the_room_is_answered_on_the_slide_and_kept(watch):
    page = watch("/present?step=Literature")
    expect(page.get_by_text(re.compile("of 81 patients"))).to_have_count(0)
    page.get_by_role("button", name="Filters", exact=True).click()
    page.get_by_role("radio", name="Pediatric").click()
    expect(page.locator("h1")).to_have_text("Lemal 2019 alone could hold 40 of at most 46 patients")
    expect(page.get_by_text("6 of 81 patients, up to 46: under 18 years.")).to_be_visible()
    page.keyboard.press("Escape")
    settled(page)
    page.locator(".st-key-next button").click()
    awaited(page, here(page), f"6 of {USUAL}")
    expect(page).to_have_url(re.compile("age_group=Pediatric"))
    expect(page).to_have_url(re.compile("step=Children"))
    page.go_back()
    expect(here(page)).to_contain_text(f"5 of {USUAL}")


def test_notes_in_a_second_window_follow_and_lead(watch):
    stage = watch("/present?step=Trial&disease=Systemic", 1280)
    stage.set_viewport_size({"width": 1280, "height": 720})
    prompt = "What would a trial need to look like"
    expect(stage.get_by_text(prompt)).to_have_count(0)
    stage.get_by_text("Notes", exact=True).click()
    expect(stage.get_by_text(prompt)).to_be_in_viewport()
    settled(stage)
    stage.get_by_role("button", name="More", exact=True).click()
    link = stage.get_by_role("link", name="Notes in a second window")
    notes = watch("/speaker-notes" + link.get_attribute("href").partition("/speaker-notes")[2])
    stage.keyboard.press("Escape")
    expect(notes.get_by_text(prompt)).to_be_visible()
    expect(notes.get_by_test_id("stVegaLiteChart")).to_have_count(0)
    expect(notes.get_by_text("Next: Known harms")).to_be_visible()
    notes.get_by_role("button", name="Start the clock").click()
    expect(notes.get_by_role("timer")).to_contain_text(re.compile(r"\d\d:\d\d.*0:0\d", re.DOTALL))
    # The stage leads, and then the notes do: step and filters.
    stage.keyboard.press("PageDown")
    expect(notes.locator("h1")).to_contain_text("Known harms")
    settled(notes)
    notes.get_by_role("button", name="Filters", exact=True).click()
    notes.get_by_role("radio", name="Adult").click()
    notes.keyboard.press("Escape")
    settled(notes)
    notes.keyboard.press("End")
    expect(here(stage)).to_contain_text(f"{USUAL} of {USUAL}")
    expect(stage).to_have_url(re.compile("age_group=Adult"))
    expect(stage).to_have_url(re.compile("disease=Systemic"))
    expect(stage).to_have_url(re.compile("notes=true"))


def test_the_order_and_choice_of_steps_travel_in_the_link_and_old_links_still_land(watch):
    # Two steps of old are one now.
    page = watch("/present?steps=Trial&steps=Timeline&steps=Response&steps=Ages&step=Response")
    expect(here(page)).to_contain_text("2 of 3")
    expect(page.locator("h1")).to_contain_text("missed dose")
    expect(page.get_by_test_id("stAlert")).to_have_count(0)
    page.get_by_role("button", name="More", exact=True).click()
    link = copied(page)
    assert parse_qs(link.query)["steps"] == ["Trial", "The child", "Ages"]
    page.keyboard.press("Escape")
    page.get_by_role("button", name="Steps", exact=True).click()
    page.get_by_role("button", name="The usual steps").click()
    expect(here(page)).to_contain_text(f"3 of {USUAL}")


def test_controls_step_aside_the_screen_goes_black_and_the_way_out_leads_back(watch):
    page = watch("/cohort?age_group=Adult")
    page.get_by_test_id("stSidebarNav").get_by_text("Present", exact=True).click()
    expect(here(page)).to_contain_text(f"1 of {USUAL}")
    expect(page.get_by_test_id("stSidebar")).to_have_count(0)
    controls = page.locator(".st-key-stage-controls")
    page.wait_for_function(f"() => ({OPACITY})(document.querySelector('.st-key-stage-controls')) === 0")
    page.keyboard.press("PageDown")
    expect(here(page)).to_contain_text(f"2 of {USUAL}")
    assert controls.evaluate(OPACITY) == 0, "what a clicker sends calls nothing"
    page.keyboard.press("b")
    expect(page.locator(".mastoscope-blank")).to_be_visible()
    page.keyboard.press("PageDown")
    expect(page.locator(".mastoscope-blank")).to_have_count(0)
    page.keyboard.press("f")
    page.wait_for_function("() => document.fullscreenElement")
    page.keyboard.press("f")
    page.keyboard.press("Tab")
    expect(controls).to_have_css("opacity", "1")
    expect(here(page)).to_contain_text(f"2 of {USUAL}")
    page.get_by_role("button", name="More", exact=True).click()
    page.get_by_role("link", name="Leave the talk").click()
    expect(page.locator("h1")).to_have_text("Cohort")
    expect(page.get_by_text(re.compile("18 years and over")).first).to_be_visible()
