"""Appraising in a real browser: rate, save, lose the page, load again; files that do not fit; raters side by side."""

import json
import re

from playwright.sync_api import expect

from appraisal import Appraisal
from appraisal.file import now, write
from tests.browser.conftest import settled

HOSTILE = "once only ![x](http://example.org/x.png) <b>$a$</b>"


def open_domain(page, name):
    page.get_by_test_id("stExpander").filter(has_text=name).locator("summary").click()


def rate(page, item, rating):
    card = page.get_by_test_id("stVerticalBlock").filter(has=page.get_by_role("radiogroup", name=f"Rating: {item}"))
    card.last.get_by_role("radio", name=rating, exact=True).click()
    settled(page)


def name_rater(page, name):
    page.get_by_label("Your name").fill(name)
    page.get_by_label("Your name").press("Enter")
    settled(page)


def progress(page, text):
    expect(page.get_by_text(re.compile("items rated")).first).to_have_text(text)


def load(page, *files):
    # After each load Streamlit draws a new box for files, and for a moment the old one stands beside it.
    settled(page)
    page.locator("input[type=file]").set_input_files(
        [{"name": name, "mimeType": "application/json", "buffer": content} for name, content in files]
    )


def file_of(told, **changes):
    return json.dumps({**told, **changes}).encode()


def appraised(page, at_once=False):
    """Rate one item, write a comment, click on the download, and give what the file holds.

    Args:
        at_once: click while the comment is still being written; the click must then reach the server within three seconds.
    """
    name_rater(page, "Anna")
    open_domain(page, "Causality")
    rate(page, "Challenge and rechallenge", "yes")
    page.get_by_label("Comment: Challenge and rechallenge").fill(HOSTILE)
    if not at_once:
        page.keyboard.press("Tab")
        settled(page)
    with page.expect_download() as download:
        page.get_by_role("button", name="Download as JSON").click()
    assert download.value.suggested_filename == "appraisal-anna.json"
    return json.loads(download.value.path().read_text(encoding="utf-8"))


def test_ratings_ship_empty_and_outlive_another_page_and_a_reload_until_cleared(watch):
    page = watch("/appraise")
    progress(page, "0 of 38 items rated, 0 commented")
    open_domain(page, "Selection")
    expect(page.locator("[role=radio][aria-checked=true]:visible")).to_have_count(0)
    rate(page, "Selection of the case", "cannot tell")
    expect(page.get_by_text("Not saved.")).to_be_visible()
    expect(page.get_by_text("Selection · 1 of 1 rated")).to_be_visible()
    page.get_by_test_id("stSidebarNav").get_by_text("Cohort", exact=True).click()
    expect(page.locator("h1")).to_have_text("Cohort")
    page.get_by_test_id("stSidebarNav").get_by_text("Appraise", exact=True).click()
    progress(page, "1 of 38 items rated, 0 commented")
    settled(page)
    # The server forgets a session that is reloaded; the tab keeps what was not saved, and no other tab sees it.
    page.reload()
    progress(page, "1 of 38 items rated, 0 commented")
    expect(page.get_by_text("are back")).to_be_visible()
    page.get_by_role("button", name="Clear all").click()
    progress(page, "0 of 38 items rated, 0 commented")
    settled(page)  # the tab forgets at the end of the run
    page.reload()
    settled(page)
    progress(page, "0 of 38 items rated, 0 commented")
    progress(watch("/appraise"), "0 of 38 items rated, 0 commented")


def test_a_file_holds_the_comment_just_written_and_brings_all_back_after_a_reload(watch):
    page = watch("/appraise")
    told = appraised(page, at_once=True)
    assert told["ratings"] == {"murad_5": "yes"}
    assert told["comments"] == {"murad_5": HOSTILE}
    expect(page.get_by_text("All answers are in the file downloaded last.")).to_be_visible()
    settled(page)  # the tab forgets at the end of the run
    page.reload()
    settled(page)
    progress(page, "0 of 38 items rated, 0 commented")
    load(page, ("anna.json", file_of(told)))
    page.get_by_role("button", name="Continue from this file").click()
    progress(page, "1 of 38 items rated, 1 commented")
    expect(page.get_by_label("Your name")).to_have_value("Anna")
    expect(page.get_by_label("Comment: Challenge and rechallenge")).to_have_value(HOSTILE)


def test_a_malformed_file_is_refused_nothing_is_lost_and_every_change_can_be_undone(watch):
    page = watch("/appraise")
    told = appraised(page)
    load(page, ("good.json", file_of(told, rater="Ben")))
    expect(page.get_by_text("2 raters agree on 1 of 1 item that all of them rated; 37 more not rated by all.")).to_be_visible()
    bad = [("bad.json", file_of(told, ratings={"care_1": HOSTILE})), ("cut.json", b'{"format": "Masto')]
    load(page, *bad)
    expect(page.get_by_text("2 files refused; everything else stays as it was.")).to_be_visible()
    reasons = page.get_by_test_id("stMain").get_by_test_id("stCode")
    expect(reasons).to_contain_text("bad.json: item care_1 has the rating 'once only")
    expect(reasons).to_contain_text("cut.json: it is not valid JSON at line 1")
    progress(page, "1 of 38 items rated, 1 commented")
    expect(page.get_by_text("2 raters agree on 1 of 1 item")).to_be_visible()
    page.get_by_role("button", name="Clear all").click()
    progress(page, "0 of 38 items rated, 0 commented")
    page.get_by_role("button", name="Undo").click()
    progress(page, "1 of 38 items rated, 1 commented")
    load(page, ("ben.json", file_of(told, rater="Ben", ratings={"care_1": "partly", "care_2": "partly"})))
    page.get_by_role("button", name="Continue from this file").click()
    progress(page, "2 of 38 items rated, 1 commented")
    page.get_by_role("button", name="Undo").click()
    progress(page, "1 of 38 items rated, 1 commented")
    expect(page.get_by_label("Your name")).to_have_value("Anna")


def test_two_raters_stand_side_by_side_with_their_differences(watch):
    page = watch("/appraise")
    anna = Appraisal(
        "Anna", now(), "12345678", {"care_1": "reported", "care_2": "partly", "murad_5": "yes"}, {"murad_5": HOSTILE}
    )
    ben = Appraisal("Ben", now(), "12345678", {"care_1": "reported", "care_2": "reported"}, {"care_2": HOSTILE})
    load(page, ("anna.json", write(anna)), ("ben.json", write(ben)))
    expect(page.get_by_text("2 raters agree on 1 of 2 items that all of them rated; 36 more not rated by all.")).to_be_visible()
    page.get_by_text("Only items where they differ").click()
    settled(page)
    cells = page.get_by_test_id("stDataFrame").locator("canvas").first.locator("[role=gridcell]")
    expect(cells).to_have_text(["CARE 2 · Key words", "differ", "partly", "reported"])
    page.get_by_text("All comments (2)").click()
    expect(page.get_by_text(f"2 · Ben: {HOSTILE}")).to_be_visible()
    assert not page.get_by_test_id("stMain").locator("a[href*='example.org'], img[src*='example.org']").count()
