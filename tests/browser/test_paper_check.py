"""The paper check in a real browser: one statement by its address, the table of all, links, and hostile addresses."""

import re
from collections import Counter

from playwright.sync_api import expect

import queries
from data.source import Choice
from tests.browser.conftest import settled
from tests.browser.test_filters import copied
from words import claims

ROW = 35
STATEMENTS = claims.checked(Choice(queries.built_in()))
VERDICTS = Counter(STATEMENTS["verdict"])


def table(page):
    return page.get_by_test_id("stDataFrame")


def expect_rows(page, number):
    """Wait for a number of rows in the table, as its copy for screen readers tells it; its heading is one more."""
    expect(table(page).locator("[role=grid]")).to_have_attribute("aria-rowcount", str(number + 1))


def tick(page, place):
    """Tick the box of a row, counted from 1; nothing of the table but its canvas can be clicked."""
    table(page).scroll_into_view_if_needed()
    table(page).locator("canvas").first.click(position={"x": 17, "y": ROW * place + ROW / 2}, force=True)
    settled(page)


def main(page):
    return page.get_by_test_id("stMain")


def choose(page, name):
    main(page).get_by_role("button", name=name, exact=True).click()


def test_an_address_opens_one_statement_with_its_rows_and_sql_and_the_copied_link_reopens_it(watch):
    page = watch("/paper-check?claim=Number+of+patients")
    expect(table(page)).to_have_count(0)
    for text in [
        "83 patients in the rows",
        "Discussion, paragraph 5",
        "Constantine et al., 2018 [26]",
        "Rests on the paper alone",
    ]:
        expect(main(page).get_by_text(text).first).to_be_visible()
    expect(page.get_by_test_id("stCode")).to_contain_text("FROM table_rows")
    link = copied(page)
    page.get_by_role("button", name="Clear").first.click()
    expect(table(page)).to_be_visible()
    settled(page)
    assert "claim=" not in page.url
    again = watch(f"{link.path}?{link.query}")
    expect(main(again).get_by_text("83 patients in the rows").first).to_be_visible()
    expect(again.get_by_test_id("stAlert")).to_have_count(0)


def test_verdict_and_topic_narrow_the_list_and_the_opened_statement_stays_the_same(watch):
    page = watch("/paper-check")
    told = main(page).get_by_text(re.compile("^Paper: .* News: ")).text_content().split(" Statements")[0]
    everything = sum(int(number) for number in re.findall(r"\d+", told))
    expect(main(page).get_by_role("heading", name=claims.findings(Choice(queries.built_in())))).to_be_visible()
    expect_rows(page, everything)
    expect(main(page).get_by_text(f"{everything} of {everything} statements")).to_be_visible()
    tick(page, 6)
    opened = main(page).locator("strong", has_text="Earlier systemic children")
    expect(opened).to_be_visible()
    choose(page, "differs")
    expect(main(page).get_by_text(f"{VERDICTS['differs']} of {len(STATEMENTS)} statements")).to_be_visible()
    expect(opened).to_be_visible()
    choose(page, "Biomarkers")
    expect(opened).to_have_count(0)
    choose(page, "Biomarkers")
    expect(opened).to_be_visible()
    tick(page, 1)
    expect(opened).to_have_count(0)
    expect(main(page).locator("strong", has_text="Number of patients")).to_be_visible()
    choose(page, "differs")
    choose(page, "agrees within rounding")
    expect(main(page).get_by_text(f"{VERDICTS['agrees within rounding']} of {len(STATEMENTS)} statements")).to_be_visible()
    expect_rows(page, VERDICTS["agrees within rounding"])
    expect(page).to_have_url(re.compile("check=agrees\\+within\\+rounding"))
    choose(page, "Biomarkers")
    expect(main(page).get_by_text(f"1 of {len(STATEMENTS)} statements")).to_be_visible()
    expect_rows(page, 1)
    for text in ["39.3 %", "≈ agrees within rounding"]:
        expect(table(page).locator("[role=gridcell]", has_text=text)).to_have_count(1)
    choose(page, "Biomarkers")
    choose(page, "Diagnosis")
    expect(page.get_by_test_id("stAlert")).to_contain_text("No statement has this verdict and topic")


def test_an_opened_statement_leads_to_its_own_address_and_is_not_cut_on_a_phone(watch):
    page = watch("/paper-check?topic=The+child's+course", theme="dark")
    tick(page, 2)
    link = page.get_by_role("link", name="Address of this statement")
    expect(link).to_be_visible()
    expect(page.get_by_test_id("stMarkdown").get_by_text("3.2–20 months").first).to_be_visible()
    again = watch("/paper-check" + link.get_attribute("href"))
    expect(main(again).get_by_text("End of steroids").first).to_be_visible()
    expect(table(again)).to_have_count(0)
    page.set_viewport_size({"width": 390, "height": 1000})
    tick(page, 3)
    expect(main(page).locator("strong", has_text="End of steroids")).to_have_count(0)
    expect(link).to_be_visible()
    wide = page.evaluate(
        "() => [...document.querySelectorAll('[data-testid=stMarkdown] *')].filter(e => e.scrollWidth > e.clientWidth + 1 && e.clientWidth).length"
    )
    assert wide == 0
    assert page.evaluate("() => document.documentElement.scrollWidth <= 390")


def test_the_keyboard_alone_opens_a_statement_and_reads_on_below_it(watch):
    page = watch("/paper-check")
    for _ in range(40):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.matches('[data-testid=stDataFrame] canvas')"):
            break
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Shift+Space")
    expect(main(page).locator("strong", has_text="Patients under 18")).to_be_visible()
    link = page.get_by_role("link", name="Address of this statement")
    for _ in range(20):
        page.keyboard.press("Tab")
        if link.evaluate("node => node === document.activeElement"):
            break
    expect(link).to_be_focused()
