"""What stands behind a figure: selection, rows, SQL and downloads."""

import csv
import re

import duckdb
from playwright.sync_api import expect

from tests.browser.conftest import settled


def opened(page):
    """Open what stands behind the first figure."""
    page.get_by_text("Data · Picture · SQL").first.click()
    page.get_by_role("button", name="SVG picture").first.wait_for()
    settled(page)


def downloaded(page, name):
    with page.expect_download() as waiting:
        page.get_by_role("button", name=name).first.click()
    return waiting.value.path()


def domain(page):
    """What the axis of the tracks names, from left to right."""
    return page.locator("svg .role-axis-label text").all_text_contents()[:12]


def test_an_event_is_chosen_by_pointer_and_by_keyboard_and_stands_in_the_link(watch):
    page = watch("/child")
    detail = page.locator(".st-key-chosen")
    page.locator("svg .mark-symbol path[aria-label*='Event: Second dose']").first.click()
    expect(detail).to_contain_text("Second omalizumab injection")
    expect(detail).to_contain_text("Case presentation, paragraphs 5 and 6")
    expect(page).to_have_url(re.compile("event=Second"))
    page.get_by_role("combobox").first.fill("Two stories: Side")
    page.keyboard.press("Enter")
    expect(detail).to_contain_text("minimal local swelling")
    expect(detail).to_be_in_viewport()
    page.set_viewport_size({"width": 390, "height": 844})
    expect(detail).to_be_in_viewport()


def test_the_strip_zooms_in_the_browser_and_a_track_opens_in_the_link(watch):
    page = watch("/child")
    chart = page.locator("svg.marks").first
    page.get_by_text("Cromolyn", exact=True).first.wait_for()
    before, node, box = domain(page), chart.element_handle(), chart.bounding_box()
    page.mouse.move(box["x"] + 300, box["y"] + 50)
    page.mouse.down()
    page.mouse.move(box["x"] + 500, box["y"] + 50, steps=4)
    page.mouse.up()
    page.wait_for_function(
        "before => document.querySelector('svg .role-axis-label text').textContent !== before", arg=before[0]
    )
    for name in ["Earlier", "Blood", "Blood"]:  # the second click closes it again
        chart.get_by_text(re.compile(f"[▸▾] {name}")).click()
        settled(page)
    expect(page).to_have_url(re.compile("open=Earlier$"))
    expect(chart.get_by_text("WHO major criterion")).to_be_visible()
    assert node.evaluate("node => node.isConnected"), "the chart stayed, and only its rows changed"
    assert domain(page) != before


def test_rows_sql_and_pictures_of_a_figure(watch, tmp_path):
    page = watch("/cohort?age_group=Pediatric")
    page.get_by_test_id("stVegaLiteChart").first.hover()
    expect(page.get_by_test_id("stElementToolbar").locator("visible=true")).to_have_count(0)
    opened(page)
    with open(downloaded(page, "CSV ("), encoding="utf-8") as stream:
        rows = list(csv.DictReader(stream))
    assert sum(int(row["reports"]) for row in rows) == 83
    database = tmp_path / "mastoscope.duckdb"
    database.write_bytes(downloaded(page, "Database (DuckDB)").read_bytes())
    svg = downloaded(page, "SVG picture").read_text()
    assert "6 of 81 patients, up to 46: under 18 years." in svg
    assert "Source: Bossi et al. 2023" in svg
    assert downloaded(page, "PNG picture").read_bytes().startswith(b"\x89PNG")
    sql = page.get_by_test_id("stCode").locator("code").first.text_content()
    with duckdb.connect(str(database), read_only=True) as connection:
        assert len(connection.execute(sql).fetchall()) == len(rows)
