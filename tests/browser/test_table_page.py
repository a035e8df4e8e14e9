"""The table of the literature in a browser: it sorts by value, a row opens its card, and the files hold what is seen."""

import csv

from playwright.sync_api import expect

from tests.browser.conftest import settled
from tests.browser.looks import RULES, assert_right
from tests.browser.test_figures import downloaded


def test_the_table_filters_searches_sorts_by_value_opens_cards_and_downloads(watch):
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
    card = page.get_by_role("dialog")
    expect(card.get_by_role("heading", name="Hughes 2018")).to_be_visible()
    assert_right(page, RULES)
    page.keyboard.press("Escape")
    expect(card).to_have_count(0)

    page.get_by_label("Search the table").fill("lemal")
    expect(page.get_by_text("2 of 20 rows match: 0 patients, up to 40")).to_be_visible()
    settled(page)
    with open(downloaded(page, "These rows"), encoding="utf-8") as stream:
        found = list(csv.DictReader(stream))
    assert [int(row["patients_possible"]) for row in found] == [29, 11]
    page.mouse.click(box["x"] + 18, box["y"] + 55)
    expect(card.get_by_text("possible: age 17–93 years straddles the chosen 0–17 (29 patients)")).to_be_visible()
    card.get_by_role("button", name="Set aside").click()
    expect(card.get_by_role("button", name="Bring back")).to_be_visible()
    page.keyboard.press("Escape")
    expect(page.get_by_role("button", name="without Lemal 2019")).to_be_visible()
