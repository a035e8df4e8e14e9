"""The table of the literature in a browser: it sorts by value, a row lights its study, and the files hold what is seen."""

import csv
import re

from playwright.sync_api import expect

from tests.browser.conftest import settled
from tests.browser.looks import RULES, assert_right
from tests.browser.test_figures import downloaded


def test_the_table_filters_searches_sorts_by_value_lights_studies_and_downloads(watch):
    page = watch("/table?age_group=Pediatric")
    box = page.get_by_test_id("stDataFrame").bounding_box()
    with open(downloaded(page, "Full table"), encoding="utf-8") as stream:
        full = list(csv.DictReader(stream))
    assert (len(full), full[0]["age_printed"]) == (20, "17 /51")
    assert {row["filter"] for row in full} == {"6 of 81 patients, up to 46: under 18 years."}

    # The two-year-olds come first, not the child of eleven whose age starts with a smaller sign.
    page.mouse.click(box["x"] + 520, box["y"] + 18)
    page.get_by_text("Sort ascending").click()
    page.mouse.click(box["x"] + 18, box["y"] + 55)
    strip = page.locator(".st-key-study-strip")
    expect(strip).to_contain_text("Hughes 2018")
    expect(strip).to_contain_text("2 years · 150 mg every 4 weeks")
    assert_right(page, RULES)
    page.keyboard.press("Escape")
    expect(strip).to_have_count(0)

    page.get_by_label("Search the table").fill("lemal")
    expect(page.get_by_text("2 of 20 rows match: 0 patients, up to 40")).to_be_visible()
    settled(page)
    with open(downloaded(page, "These rows"), encoding="utf-8") as stream:
        found = list(csv.DictReader(stream))
    assert [int(row["patients_possible"]) for row in found] == [29, 11]
    page.mouse.click(box["x"] + 18, box["y"] + 55)
    strip.get_by_role("button", name="Study card").click()
    card = page.get_by_test_id("stPopoverBody")
    expect(card.get_by_text("possible: age 17–93 years straddles the chosen 0–17 (29 patients)")).to_be_visible()
    card.get_by_role("button", name="Set aside").click()
    expect(card.get_by_role("button", name="Bring back")).to_be_visible()
    page.keyboard.press("Escape")
    expect(page.get_by_role("button", name="without Lemal 2019")).to_be_visible()


def test_a_click_on_a_mark_lights_its_study_on_every_page_until_it_is_clicked_again(watch):
    page = watch("/cohort")
    strip, marks = page.locator(".st-key-study-strip"), page.locator("svg path[aria-label*='Hughes 2018']")
    marks.first.click()
    expect(strip).to_contain_text("2 years · 150 mg every 4 weeks")
    page.get_by_test_id("stSidebarNav").get_by_text("Dose and therapy length").click()
    expect(page).to_have_url(re.compile(r"/dose\?study=Hughes\+2018$"))
    expect(page.locator("svg path[aria-label*='Pitt 2010'][opacity='0.3']").first).to_be_visible()
    expect(page.get_by_text("81 of 81 patients: no filter is set.")).to_be_visible()
    page.locator("svg path[aria-label*='Pitt 2010']").first.click()
    expect(strip).to_contain_text("Pitt 2010")
    settled(page)
    page.locator("svg path[aria-label*='Pitt 2010']").first.click()
    expect(strip).to_have_count(0)
    expect(page).to_have_url(re.compile("/dose$"))
