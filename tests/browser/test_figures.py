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


def test_selecting_an_event_shows_its_detail_and_source(watch):
    page = watch("/child")
    page.locator("svg .mark-rect path[aria-label*='Cutaneous mastocytosis']").first.click()
    expect(page.get_by_test_id("stAlert")).to_contain_text("confirmed by skin biopsy")
    expect(page.get_by_test_id("stAlert")).to_contain_text("Case presentation, paragraph 2")


def test_axis_zoom_and_lanes_change_the_timeline(watch):
    page = watch("/child")
    expect(page.get_by_text("course: 49 events")).to_be_visible()
    page.get_by_role("radio", name="birth").or_(page.get_by_role("button", name="birth")).first.click()
    expect(page.locator("svg").get_by_text("Age (years").first).to_be_visible()
    page.get_by_role("radio", name="First-line therapy").or_(
        page.get_by_role("button", name="First-line therapy")
    ).first.click()
    settled(page)
    expect(page.get_by_text("course: 49 events")).to_have_count(0)
    expect(page).to_have_url(re.compile("axis=birth"))
    page.get_by_role("button", name="Diagnosis").first.click()
    settled(page)
    labels = page.locator("svg .role-axis-label text").all_text_contents()
    assert "Diagnosis" in labels
    assert "Medication" not in labels


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
