"""Comparing two groups and leaving publications out, in a real browser."""

import re
from urllib.parse import parse_qs

from playwright.sync_api import expect

from tests.browser.conftest import awaited, settled
from tests.browser.test_filters import copied, pick, sentence


def metric(page, index, name="Patients"):
    """The value of one side's metric: side A has index 0, side B 1."""
    return page.get_by_test_id("stMetric").filter(has_text=re.compile(f"^{name}")).nth(index).get_by_test_id("stMetricValue")


def test_children_and_adults_stand_side_by_side_under_the_shared_filters(watch):
    page = watch("/comparison")
    expect(metric(page, 0)).to_have_text("6–46")
    expect(metric(page, 1)).to_have_text("36–76")
    pick(page, "Systemic", behind="Disease")
    expect(metric(page, 0)).to_have_text("2–31")
    page.get_by_text("Systemic and cutaneous", exact=True).click()
    settled(page)
    pick(page, "All", behind="Disease")
    settled(page)
    expect(page.get_by_role("radio", name="Wilson")).to_be_disabled()


def test_any_two_filter_states_are_pinned_travel_in_the_link_and_are_unpinned(watch):
    page = watch("/comparison?sides=Pinned&age_group=Pediatric&disease=Cutaneous")
    page.get_by_role("button", name="Pin the current filters as A").click()
    settled(page)
    page.get_by_role("button", name="Reset all").click()
    expect(metric(page, 1)).to_have_text("81")
    expect(metric(page, 0)).to_have_text("4–15")
    pick(page, "Adult")
    expect(metric(page, 1)).to_have_text("36–76")
    page.get_by_role("button", name="Pin the current filters as B").click()
    settled(page)
    pick(page, "All")
    expect(sentence(page)).to_have_text("81 of 81 patients: no filter is set.")
    expect(page.get_by_role("heading", name="A: under 18 years, cutaneous mastocytosis")).to_be_visible()
    expect(page.get_by_role("heading", name="B: 18 years and over")).to_be_visible()
    link = copied(page)
    assert parse_qs(link.query)["left"] == ['{"age_group": "pediatric", "disease": "cutaneous"}']
    again = watch(f"{link.path}?{link.query}")
    expect(metric(again, 0)).to_have_text("4–15")
    expect(metric(again, 1)).to_have_text("36–76")
    expect(again.get_by_test_id("stAlert")).to_have_count(0)
    again.get_by_role("button", name="Unpin both").click()
    expect(metric(again, 0)).to_have_text("81")


def test_the_interval_changes_with_the_method(watch):
    page = watch("/comparison?year=2012&year=2014")
    expect(page.get_by_text("95 % Wilson interval")).to_be_visible()
    page.get_by_text("Clopper–Pearson", exact=True).click()
    expect(page.get_by_text("95 % Clopper–Pearson interval")).to_be_visible()
    expect(page).to_have_url(re.compile("method="))


def test_leaving_the_largest_publication_out_turns_the_count_round(watch):
    page = watch("/directions?unit=patient+reports")
    title = "Without Lemal 2019, total immunoglobulin E (IgE) goes up in 2 of 11 assessed patient reports instead of 42 of 51"
    expect(page.get_by_role("heading", name=title)).to_be_visible()
    page.get_by_role("button", name="Set Lemal 2019 aside").click()
    awaited(page, sentence(page), "41 of 81 patients: without Lemal 2019.")
    expect(
        page.get_by_role("heading", name=re.compile(r"Total IgE mostly stayed unchanged \(6 patient reports\)"))
    ).to_be_visible()
    page.go_back()
    expect(page.get_by_role("heading", name=title)).to_be_visible()


def test_the_plot_stands_beside_its_table_and_holds_the_child(watch):
    page = watch("/directions?child=true")
    expect(page.locator("svg").get_by_text("The child (systemic)")).to_be_visible()
    cells = page.get_by_test_id("stTable").locator("tbody tr")
    expect(cells).to_have_count(21)
    expect(cells.nth(8)).to_have_text(re.compile(r"8\. Constantine 2018 \(systemic\)\s*2\s*↑\s*=/↓\s*certain"))
    page.get_by_text("How this synthesis was made").click()
    expect(page.get_by_text("Why no sign test.")).to_be_visible()
