"""Citing a view, and sending one that reopens exactly as it is seen, in a real browser."""

import re
import shutil
from urllib.parse import parse_qs

import bibtexparser
import duckdb
import rispy
from playwright.sync_api import expect

import data
from tests.browser.conftest import settled
from tests.browser.test_figures import downloaded, opened
from tests.browser.test_filters import copied

# Every word and every mark that one figure draws.
DRAWN = "svg => [...svg.querySelectorAll('text, path[d]')].map(part => part.getAttribute('d') ?? part.textContent)"
# What the page's own controls can hold, each set to something else than at a first visit. tests/frame/test_view.py holds the
# addresses of all pages, test_evidence.py reopens pins.
VIEW = "/child?view=Whole+life&open=Blood&event=Relapse"


def box(page, name):
    page.get_by_role("button", name=name, exact=True).click()
    settled(page)
    body = page.get_by_test_id("stPopoverBody")
    expect(body.get_by_test_id("stCode").first).to_be_visible()
    return body


def seen(page):
    """What a reader sees: every heading and figure, and which choices hold."""
    main = page.get_by_test_id("stMain")
    return {
        "headings": main.locator("h1, h2, h3").all_text_contents(),
        "figures": [chart.evaluate(DRAWN) for chart in main.locator("[data-testid=stVegaLiteChart] svg.marks").all()],
        "choices": page.locator("[aria-checked=true], [aria-pressed=true]").all_text_contents(),
        "switches": [one.is_checked() for one in page.locator("input[type=checkbox]").all()],
        "texts": [one.input_value() for one in page.locator("input[type=text]").all()],
    }


def test_the_copied_link_reopens_exactly_what_was_seen(watch):
    page = watch(VIEW)
    before = seen(page)
    link = copied(page)
    told = parse_qs(link.query)
    for key, values in parse_qs(VIEW.partition("?")[2]).items():
        assert told[key] == values, key
    again = watch(f"{link.path}?{link.query}")
    expect(again.get_by_test_id("stAlert")).to_have_count(0)
    assert seen(again) == before


def test_a_view_is_cited_with_sentence_sources_address_version_time_and_sql(watch, tmp_path):
    page = watch("/directions?age_group=Pediatric&unit=publications")
    sentence = page.get_by_test_id("stMain").locator("strong").first.text_content()
    opened(page)
    database = downloaded(page, "Database (DuckDB)")
    body = box(page, "Cite")
    with page.expect_download() as download:
        body.get_by_role("button", name="Text").click()
    told = download.value.path().read_text(encoding="utf-8")
    assert told.startswith(sentence)
    for text in [
        "doi 10.1186/s13052-022-01402-7.",
        f"Version: data {data.version(data.read())}.",
        "unit=publications",
        f"data={data.version(data.read())}",
    ]:
        assert text in told, text
    assert re.search(r"^Seen \d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ \(time in UTC\)\.$", told, re.M)
    shown = page.get_by_test_id("stMain").get_by_test_id("stVegaLiteChart").count()
    assert told.count("EXECUTE figure(") == shown
    # The file is copied because DuckDB locks what it opens.
    path = shutil.copy(database, tmp_path / "mastoscope.duckdb")
    with duckdb.connect(str(path), read_only=True) as connection:
        assert connection.execute(told[told.index("-- ") :]).fetchall()


def test_references_are_downloaded_for_reference_managers(watch):
    body = box(watch("/paper-check?claim=Number+of+patients"), "Cite")
    expect(body.get_by_test_id("stCode").last).to_contain_text("-- Number of patients")
    with body.page.expect_download() as download:
        body.get_by_role("button", name="BibTeX").click()
    keys = [entry.key for entry in bibtexparser.parse_string(download.value.path().read_text(encoding="utf-8")).entries]
    assert keys[:2] == ["mastoscope", "bossi2023"]
    with body.page.expect_download() as download:
        body.get_by_role("button", name="RIS").click()
    assert [entry["id"] for entry in rispy.loads(download.value.path().read_text(encoding="utf-8"))] == keys


def test_a_page_without_a_figure_is_cited_too(watch):
    body = box(watch("/about"), "Cite")
    expect(body.get_by_test_id("stCode")).to_have_count(1)
    expect(body.get_by_test_id("stCode")).to_contain_text("The MastoScope founders.")
