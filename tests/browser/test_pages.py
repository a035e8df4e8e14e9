"""Every page draws at any filter setting and by any address, without an error or a request to another host."""

import re

from playwright.sync_api import expect

PAGES = {
    "Overview": 4, "Case timeline": 5, "Cohort": 3, "Dose and therapy length": 2, "Table": 0,
    "Pediatric and adult": 3, "Directions of effect": 3, "Outcomes": 5, "Paper check": 0, "Appraise": 0, "About the data": 0,
}  # fmt: skip


def heading(title):
    """What stands above the page of a title: the first page has the name of the app."""
    return "MastoScope" if title == "Overview" else title


# Under these, test_offline.py opens all of them; with no filter set, test_access.py does.
SETTING = "?dose=150&dose=300&ige=up&unit=publications&child=true"


def assert_charts_have_marks(page, count):
    charts = page.get_by_test_id("stVegaLiteChart")
    expect(charts).to_have_count(count)
    for index in range(count):
        chart = charts.nth(index)
        expect(chart.locator("svg.marks")).to_be_visible()
        assert chart.locator("svg .mark-rect path, svg .mark-symbol path").count() > 0
        assert len(chart.get_attribute("aria-label")) > 20


def test_a_deep_link_works_on_a_first_visit(watch):
    for path, title in [("/dose", "Dose and therapy length"), ("/about", "About the data")]:
        page = watch(path, first_visit=True)
        expect(page.locator("h1")).to_have_text(title)
        assert not page.get_by_text("Page not found").count()


def test_an_old_link_to_the_timeline_lands_on_it_and_back_stays_within_the_app(watch):
    page = watch("/?axis=birth&view=Omalizumab&lanes=Medication", first_visit=True)
    expect(page).to_have_url(re.compile(r"/child\?axis=birth&view=Omalizumab&lanes=Medication$"))
    expect(page.locator("h1")).to_have_text("Case timeline")
    expect(page.locator("svg").get_by_text("Age (years").first).to_be_visible()
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


def test_charts_follow_the_theme(watch):
    colours = {
        theme: watch("/cohort", theme=theme)
        .locator("svg .role-axis-label text")
        .first.evaluate("node => node.getAttribute('fill')")
        for theme in ["light", "dark"]
    }
    assert colours["light"] != colours["dark"]
