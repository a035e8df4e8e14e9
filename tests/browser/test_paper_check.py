"""The paper check in a real browser: one statement by its address, filters, links, and hostile addresses."""

import re
from urllib.parse import urlsplit

from playwright.sync_api import expect

from tests.browser.conftest import settled


def statements(page):
    return page.get_by_test_id("stExpander")


def main(page):
    return page.get_by_test_id("stMain")


def test_an_address_opens_one_statement_with_its_rows_and_sql(watch):
    page = watch("/paper-check?claim=Number+of+patients")
    expect(statements(page)).to_have_count(0)
    for text in [
        "83 patients in the rows",
        "Discussion, paragraph 5",
        "Constantine et al., 2018 [26]",
        "Rests on the paper alone",
    ]:
        expect(main(page).get_by_text(text).first).to_be_visible()
    expect(page.get_by_test_id("stCode")).to_contain_text("FROM table_rows")
    page.get_by_role("button", name="Clear").first.click()
    expect(statements(page).first).to_be_visible()
    settled(page)
    assert "claim=" not in page.url


def test_the_summary_counts_what_the_list_holds(watch):
    page = watch("/paper-check")
    counts = [
        int(number) for number in re.findall(r"\d+", main(page).get_by_text(re.compile("^Paper: .* News: ")).text_content())
    ]
    expect(statements(page)).to_have_count(sum(counts))


def test_verdict_and_topic_narrow_the_list_and_stand_in_the_address(watch):
    page = watch("/paper-check")
    main(page).get_by_role("button", name="agrees within rounding", exact=True).click()
    expect(statements(page)).to_have_count(2)
    expect(page).to_have_url(re.compile("check=agrees\\+within\\+rounding"))
    main(page).get_by_role("button", name="Biomarkers", exact=True).click()
    expect(statements(page)).to_have_count(1)
    expect(statements(page)).to_contain_text("39.3 %")
    main(page).get_by_role("button", name="Biomarkers", exact=True).click()
    main(page).get_by_role("button", name="Diagnosis", exact=True).click()
    expect(page.get_by_test_id("stAlert")).to_contain_text("No statement has this verdict and topic")


def test_an_opened_statement_leads_to_its_own_address(watch):
    page = watch("/paper-check?topic=The+child's+course")
    statements(page).filter(has_text="End of steroids").locator("summary").click()
    link = page.get_by_role("link", name="Address of this statement")
    expect(link).to_be_visible()
    expect(main(page).get_by_text("3.2–20 months").first).to_be_visible()
    again = watch("/paper-check" + link.get_attribute("href"))
    expect(main(again).get_by_text("End of steroids").first).to_be_visible()
    expect(statements(again)).to_have_count(0)


def test_the_copied_link_reopens_the_statement(watch):
    page = watch("/paper-check?claim=Fall+of+the+allele+burden")
    page.get_by_role("button", name="Copy link").click()
    link = urlsplit(page.get_by_test_id("stPopoverBody").locator("code").text_content())
    again = watch(f"{link.path}?{link.query}")
    expect(main(again).get_by_text("39.3 % (from 0.1598 to 0.097 %)").first).to_be_visible()
    expect(again.get_by_test_id("stAlert")).to_have_count(0)


def test_an_unknown_statement_shows_all_with_one_line(watch):
    page = watch("/paper-check?claim=Nothing'; DROP TABLE claims; --&check=perhaps")
    expect(page.get_by_test_id("stAlert")).to_contain_text("The link asks for")
    expect(statements(page).first).to_be_visible()


def test_no_heading_is_cut_on_a_phone(watch):
    page = watch("/paper-check", width=390, theme="dark")
    wide = page.evaluate(
        "() => [...document.querySelectorAll('summary, summary *')].filter(e => e.scrollWidth > e.clientWidth + 1 && e.clientWidth).length"
    )
    assert wide == 0
    assert page.evaluate("() => document.documentElement.scrollWidth <= 390")
