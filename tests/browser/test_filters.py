"""Filters in a real browser: the sentence, the address, back and forward, chips, links and hostile addresses."""

import re
from urllib.parse import parse_qs, urlsplit

from playwright.sync_api import expect

from tests.browser.conftest import settled


def sentence(page):
    return page.get_by_test_id("stMain").locator("strong").first


def pick(page, label, behind=None):
    """Choose one option of the filter bar, behind one of its buttons where one is named."""
    if behind:
        page.locator(".st-key-filters").get_by_role("button", name=behind, exact=True).click()
    place = page.get_by_test_id("stPopoverBody") if behind else page.locator(".st-key-filters")
    place.get_by_role("radio", name=label).or_(place.get_by_role("button", name=label)).first.click()
    if behind:
        page.keyboard.press("Escape")


def copied(page):
    """What "Copy link" copies, in parts."""
    page.get_by_role("link", name="Copy link").click()
    expect(page.get_by_role("link", name="Copied")).to_be_visible()
    return urlsplit(page.evaluate("navigator.clipboard.readText()"))


def test_a_filter_changes_numbers_figures_and_address_and_back_undoes_it(watch):
    page = watch("/cohort")
    expect(sentence(page)).to_have_text("81 of 81 patients: no filter is set.")
    pick(page, "Pediatric")
    expect(sentence(page)).to_have_text("6 of 81 patients, up to 46: under 18 years.")
    expect(page).to_have_url(re.compile("age_group=Pediatric"))
    pick(page, "Cutaneous", behind="Disease")
    expect(sentence(page)).to_have_text("4 of 81 patients, up to 15: under 18 years, cutaneous mastocytosis.")
    page.go_back()
    expect(sentence(page)).to_have_text("6 of 81 patients, up to 46: under 18 years.")
    page.go_back()
    expect(sentence(page)).to_have_text("81 of 81 patients: no filter is set.")
    page.go_forward()
    expect(sentence(page)).to_have_text("6 of 81 patients, up to 46: under 18 years.")
    expect(page.locator("svg").get_by_text("11. Lemal 2019 (systemic)")).to_be_visible()
    page.get_by_role("button", name="More filters").click()
    page.get_by_text("Count possible matches").click()
    expect(sentence(page)).to_have_text("6 of 81 patients for certain, 40 possible ones left out: under 18 years.")
    expect(page).to_have_url(re.compile("possible=false"))


def test_filters_stay_from_page_to_page(watch):
    page = watch("/cohort?age_group=Pediatric&therapy=2&therapy=40")
    told = sentence(page).text_content()
    for title in ["Dose and therapy length", "Case timeline", "Table"]:
        page.get_by_test_id("stSidebarNav").get_by_text(title, exact=True).click()
        expect(page.locator("h1")).to_have_text(title)
        settled(page)
    expect(sentence(page)).to_have_text(told)


def test_the_copied_link_holds_what_differs_from_a_first_visit_and_reopens_the_view(watch):
    asked = "age_group=Pediatric&without=Lemal+2019&unit=publications&child=true&possible=false&ige=down&ige=up"
    page = watch(f"/directions?{asked}")
    told = sentence(page).text_content()
    link = copied(page)
    settings = parse_qs(link.query)
    assert settings.pop("data")
    assert settings == parse_qs(asked)
    again = watch(f"{link.path}?{link.query}")
    expect(sentence(again)).to_have_text(told)
    expect(again.get_by_text("Lay the child over")).to_be_visible()
    assert (
        again.get_by_role("switch", name="Lay the child over").or_(again.get_by_label("Lay the child over")).first.is_checked()
    )
    expect(again.get_by_text("The link")).to_have_count(0)


# The worst kind; tests/test_addresses.py judges many of them without a browser.
def test_a_hostile_address_falls_back_with_one_line_and_no_exception(watch):
    page = watch("/cohort?x%0A%0A![x](https://example.org/x.png)%0A%0A=1&dose=%0A%0A%23+x&age=%00&age=17")
    expect(sentence(page)).to_be_visible()
    notice = page.get_by_test_id("stAlert")
    expect(notice).to_have_count(1)
    expect(notice).to_contain_text("The link")
    expect(notice.locator("img, a, h1, table")).to_have_count(0)
    pick(page, "Pediatric")
    expect(sentence(page)).to_contain_text("under 18 years")
    settled(page)
    expect(page.get_by_test_id("stAlert")).to_have_count(0)


def test_chips_clear_one_reset_clears_all_and_an_empty_result_says_which_filter_to_widen(watch):
    page = watch("/cohort?age=95&age=100&disease=Systemic&age_group=Adult")
    expect(sentence(page)).to_contain_text("0 of 81 patients")
    expect(page.get_by_test_id("stAlert")).to_contain_text("Clear “age 95–100 years” to bring back the most patients")
    page.get_by_role("button", name="age 95–100 years").click()
    expect(sentence(page)).to_have_text("31 of 81 patients, up to 60: 18 years and over, systemic mastocytosis.")
    page.get_by_role("button", name="18 years and over").click()
    expect(sentence(page)).to_have_text("61 of 81 patients: systemic mastocytosis.")
    page.get_by_role("button", name="Reset all").click()
    expect(sentence(page)).to_have_text("81 of 81 patients: no filter is set.")
    expect(page).to_have_url(re.compile(r"/cohort$"))
    page.get_by_role("button", name="Set Lemal 2019 aside").click()
    expect(sentence(page)).to_have_text("41 of 81 patients: without Lemal 2019.")


def test_a_toggle_of_two_pages_keeps_its_value_between_them(watch):
    page = watch("/cohort")
    page.get_by_text("Lay the child over").click()
    expect(page.locator("svg").get_by_text("The child (systemic)")).to_be_visible()
    page.get_by_test_id("stSidebarNav").get_by_text("Dose and therapy length", exact=True).click()
    expect(page.locator("svg").get_by_text("The child", exact=True)).to_be_visible()
