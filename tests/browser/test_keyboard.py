"""The keyboard alone: where Tab leads, that the focus is seen, and that a wide table scrolls."""

import io

from PIL import Image, ImageChops
from playwright.sync_api import expect

from tests.browser.conftest import settled
from tests.browser.test_filters import sentence

FOCUSED = r"""() => {
    const node = document.activeElement, box = (node.closest('canvas') || node.closest('label') || node).getBoundingClientRect();
    const words = node.ariaLabel || node.innerText || node.closest('label')?.innerText || '';
    return {name: words.replace(/\s+/g, ' ').trim().slice(0, 60), toolbar: !!node.closest('[data-testid=stElementToolbar]'),
        clip: {x: Math.max(box.x - 6, 0), y: Math.max(box.y - 6, 0), width: box.width + 12, height: box.height + 12}};
}"""


def look(page, clip):
    return Image.open(io.BytesIO(page.screenshot(clip=clip))).convert("RGB")


def walked(page, until):
    """Press Tab until the focus is on a given name; give the names on the way, and those where the focus cannot be seen."""
    names, unseen, left, with_focus = [], [], None, None
    while True:
        page.keyboard.press("Tab")
        settled(page)
        # Streamlit shows the toolbar of a table to the mouse alone.
        if left and not left["toolbar"] and not ImageChops.difference(with_focus, look(page, left["clip"])).getbbox():
            unseen.append(left["name"])
        if left and until in left["name"]:
            page.keyboard.press("Shift+Tab")
            return names, unseen
        left = page.evaluate(FOCUSED)
        with_focus = look(page, left["clip"])
        names.append(left["name"])
        assert len(names) < 60, f"Tab never reached {until}: {names}"


def test_tab_alone_reaches_filters_rows_and_downloads_with_a_visible_focus(watch):
    page = watch("/cohort")
    page.set_viewport_size({"width": 1440, "height": 3000})  # nothing scrolls, so that two pictures of one place compare
    settled(page)
    names, unseen = walked(page, "Data · Picture · SQL")
    for name in ["Skip to main content", "Dose and therapy length", "All", "Age", "Dose", "Disease",
                 "More filters", "Study to light in every figure", "Copy link", "Lay the child over"]:  # fmt: skip
        assert any(name in met for met in names), f"{name} is not among {names}"
    page.keyboard.press("Enter")
    page.get_by_role("button", name="SVG picture").first.wait_for()
    settled(page)
    names, more = walked(page, "CSV (")
    assert not unseen + more
    with page.expect_download() as waiting:
        page.keyboard.press("Enter")
    assert waiting.value.suggested_filename == "literature-ages.csv"


def test_the_keyboard_scrolls_a_table_wider_than_the_phone(watch):
    page = watch("/paper-check?claim=Number+of+patients", width=390)
    table = page.locator("[data-testid=stTable] > div").first
    for _ in range(60):
        page.keyboard.press("Tab")
        if table.evaluate("node => node === document.activeElement"):
            break
    page.keyboard.press("ArrowRight")
    page.wait_for_function("table => table.scrollLeft > 0", arg=table.element_handle())


def test_the_arrow_keys_move_a_filter(watch):
    page = watch("/cohort")
    page.locator(".st-key-filters").get_by_role("button", name="Age", exact=True).click()
    thumb = page.get_by_test_id("stPopoverBody").get_by_role("slider").nth(1)
    thumb.focus()
    for _ in range(3):
        page.keyboard.press("ArrowLeft")
    expect(sentence(page)).to_contain_text("age 0–97 years")
