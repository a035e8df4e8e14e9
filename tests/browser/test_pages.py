"""Addresses of pages: deep links, old ones and wrong ones. tests/browser/test_access.py opens every page."""

import re

from playwright.sync_api import expect


def assert_charts_have_marks(page, count):
    charts = page.get_by_test_id("stVegaLiteChart")
    expect(charts).to_have_count(count)
    for index in range(count):
        chart = charts.nth(index)
        expect(chart.locator("svg.marks")).to_be_visible()
        assert chart.locator("svg .mark-rect path, svg .mark-symbol path, svg .mark-area path").count() > 0
        assert len(chart.get_attribute("aria-label")) > 20


def test_a_deep_and_old_link_lands_on_its_page_at_a_first_visit_and_back_stays_within_the_app(watch):
    page = watch("/?axis=birth&lanes=Skin", first_visit=True)
    expect(page).to_have_url(re.compile(r"/child\?open=Earlier&view=Whole\+life$"))
    expect(page.locator("h1")).to_have_text("Case timeline")
    assert not page.get_by_text("Page not found").count()
    expect(page.locator("svg").get_by_text("Cutaneous mastocytosis", exact=True).first).to_be_visible()
    page.get_by_test_id("stSidebarNav").get_by_text("Overview", exact=True).click()
    expect(page.locator("h1")).to_have_text("MastoScope")
    page.get_by_role("link", name="The literature").click()
    expect(page.locator("h1")).to_have_text("Cohort")
    page.go_back()
    expect(page.locator("h1")).to_have_text("MastoScope")
    page.go_back()
    expect(page.locator("h1")).to_have_text("Case timeline")


def test_a_wrong_path_says_so(watch):
    expect(watch("/nowhere", first_visit=True).get_by_role("dialog")).to_contain_text("Page not found")
    assert all("does not seem to exist" in wrong for wrong in watch.wrongs)
    watch.wrongs.clear()
