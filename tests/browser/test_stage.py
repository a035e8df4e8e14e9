"""The talk in a real browser: keys, addresses, filters in place, notes, order of steps, and every projector size."""

import re
from urllib.parse import parse_qs, urlencode, urlsplit

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import awaited, settled
from tests.browser.looks import COLOURS, RULES, assert_nothing_spills_over, assert_right
from tests.browser.test_filters import copied

# Every step that can be chosen, as a reader sees it; the last three are none of the usual ten.
STEPS = [
    "Question", "Timeline", "Response", "Biomarkers", "Literature", "Children and adults", "Directions", "Trial", "Paper check",
    "Bottom line", "Ages", "Dose and length", "Responses",
]  # fmt: skip
USUAL = 10


def here(page):
    return page.get_by_test_id("stProgress")


def test_keys_alone_move_through_the_whole_talk_and_back(watch):
    page = watch("/present")
    titles = []
    for place in range(1, USUAL + 1):
        expect(here(page)).to_contain_text(f"{place} of {USUAL}")
        settled(page)
        titles.append(page.locator("h1").text_content())
        page.keyboard.press("ArrowRight" if place % 2 else "PageDown")
    assert len(set(titles)) == USUAL
    settled(page)
    expect(here(page)).to_contain_text(f"{USUAL} of {USUAL}")
    page.keyboard.press("ArrowLeft")
    expect(page.locator("h1")).to_have_text(titles[-2])
    settled(page)
    page.keyboard.press("PageUp")
    expect(page.locator("h1")).to_have_text(titles[-3])


def test_each_step_has_its_own_address_and_keeps_the_filters(watch):
    page = watch("/present?step=Literature&age_group=Pediatric")
    expect(page.locator("h1")).to_have_text("Lemal 2019 alone could hold 40 of at most 46 patients")
    expect(here(page)).to_contain_text("5 of 10")
    page.locator(".st-key-next button").click()
    awaited(page, here(page), "6 of 10")
    expect(page).to_have_url(re.compile("step=Children"))
    expect(page).to_have_url(re.compile("age_group=Pediatric"))
    page.go_back()
    expect(here(page)).to_contain_text("5 of 10")


def test_a_question_from_the_room_is_answered_on_the_slide(watch):
    page = watch("/present?step=Literature")
    page.get_by_role("button", name="Filters", exact=True).click()
    page.get_by_role("radio", name="Pediatric").click()
    expect(page.locator("h1")).to_have_text("Lemal 2019 alone could hold 40 of at most 46 patients")
    expect(page.get_by_text("6 of 81 patients, up to 46: under 18 years.")).to_be_visible()
    page.keyboard.press("Escape")
    settled(page)
    page.locator(".st-key-next button").click()
    expect(here(page)).to_contain_text("6 of 10")


def test_notes_are_shown_hidden_and_open_in_a_second_window(watch):
    page = watch("/present?step=Trial&disease=Systemic")
    prompt = page.get_by_text("what would a trial need to look like")
    expect(prompt).to_have_count(0)
    page.get_by_text("Notes", exact=True).click()
    expect(prompt).to_be_visible()
    page.get_by_role("button", name="More", exact=True).click()
    address = page.get_by_role("link", name="Notes in a second window").get_attribute("href")
    assert parse_qs(urlsplit(address).query)["disease"] == ["Systemic"]
    second = watch(f"{urlsplit(address).path}?{urlsplit(address).query}")
    expect(second.get_by_text("what would a trial need to look like")).to_be_visible()
    expect(second.get_by_test_id("stVegaLiteChart")).to_have_count(0)
    expect(second.get_by_text("Next: ")).to_be_visible()


def test_the_order_and_choice_of_steps_travel_in_the_link(watch):
    page = watch("/present?steps=Trial&steps=Question&steps=Ages&step=Trial")
    expect(here(page)).to_contain_text("1 of 3")
    page.keyboard.press("ArrowRight")
    expect(page.locator("h1")).to_contain_text("Nobody of Table 1 is under 15")
    page.get_by_role("button", name="More", exact=True).click()
    link = copied(page)
    assert parse_qs(link.query)["steps"] == ["Trial", "Question", "Ages"]
    again = watch(f"{link.path}?{link.query}")
    expect(here(again)).to_contain_text("2 of 3")
    expect(again.get_by_test_id("stAlert")).to_have_count(0)
    again.get_by_role("button", name="Steps", exact=True).click()
    again.get_by_role("button", name="The usual ten").click()
    expect(here(again)).to_contain_text("1 of 10")


@pytest.mark.parametrize(("width", "height", "theme"), [(1280, 720, "light"), (1920, 1080, "dark"), (390, 844, "light")])
def test_every_step_fits_one_screen_spills_over_nowhere_and_is_accessible(watch, width, height, theme):
    page = watch("/present?" + urlencode({"steps": STEPS}, doseq=True), width, theme)
    page.set_viewport_size({"width": width, "height": height})
    for place in range(1, len(STEPS) + 1):
        expect(here(page)).to_contain_text(f"{place} of {len(STEPS)}")
        settled(page)
        assert_nothing_spills_over(page)
        if width > 1000:
            main = page.get_by_test_id("stMain")
            assert main.evaluate("node => node.scrollHeight <= node.clientHeight + 1"), page.locator("h1").text_content()
        for chart in page.get_by_test_id("stVegaLiteChart").all():
            assert chart.locator("svg .mark-rect path, svg .mark-symbol path").count()
            sizes = chart.locator("svg text").evaluate_all(
                "nodes => nodes.map(node => parseFloat(getComputedStyle(node).fontSize))"
            )
            assert min(sizes) >= 13 if width > 1000 else True, (
                page.locator("h1").text_content(),
                min(sizes),
            )
        # Every rule in one theme, and those about colours in the other.
        if width > 1000:
            assert_right(page, RULES if width == 1280 else COLOURS)
        page.keyboard.press("ArrowRight")


def test_the_way_in_and_out(watch):
    page = watch("/cohort?age_group=Adult")
    page.get_by_test_id("stSidebarNav").get_by_text("Present", exact=True).click()
    expect(here(page)).to_contain_text("1 of 10")
    expect(page.get_by_test_id("stSidebar")).to_have_count(0)
    page.get_by_role("button", name="More", exact=True).click()
    page.get_by_role("link", name="Leave the talk").click()
    expect(page.locator("h1")).to_have_text("Cohort")
    expect(page.get_by_text(re.compile("18 years and over")).first).to_be_visible()
