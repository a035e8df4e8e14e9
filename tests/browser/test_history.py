"""Back and Forward: a random walk over pages, filters and settings beside a model of what each entry must show."""

import random
import re
from typing import NamedTuple

from playwright.sync_api import expect

from tests.browser.conftest import settled
from tests.browser.test_filters import pick, sentence

CLICKS = 30
FILTERED = {"cohort": "Cohort", "dose": "Dose and therapy length", "table": "Table", "directions": "Directions of effect"}
TITLES = {**FILTERED, "": "Overview", "child": "Case timeline", "about": "About the data"}
WITH_UNIT = ["directions"]
STUDY = "Hughes 2018"  # what a click on a mark of the cohort lights, and another click no more
GROUPS = {"All": "", "Pediatric": "under 18 years", "Adult": "18 years and over"}
DISEASES = {"All": "", "Systemic": "systemic mastocytosis", "Cutaneous": "cutaneous mastocytosis"}


class Seen(NamedTuple):
    """What a reader has chosen."""

    page: str = "cohort"
    group: str = "All"
    disease: str = "All"
    unit: str = "patients"
    lit: bool = False


def assert_seen(page, wanted):
    expect(page.locator("h1")).to_have_text("MastoScope" if TITLES[wanted.page] == "Overview" else TITLES[wanted.page])
    expect(page).to_have_title(f"{TITLES[wanted.page]} · MastoScope")
    settled(page)
    if wanted.page in FILTERED:
        phrases = ", ".join(filter(None, [GROUPS[wanted.group], DISEASES[wanted.disease]])) or "no filter is set"
        expect(sentence(page)).to_have_text(re.compile(f": {phrases}\\.$"))
        expect(page.locator(".st-key-study-strip").get_by_text(STUDY)).to_have_count(int(wanted.lit))
    if wanted.page in WITH_UNIT:
        expect(page.locator(".st-key-shared").get_by_role("radio", name=wanted.unit, exact=True)).to_be_checked()


def test_back_and_forward_never_lose_a_filter_whatever_is_clicked(watch):
    page, chance = watch("/cohort", 1440), random.Random(20230)
    entries, place = [Seen()], 0
    for _ in range(CLICKS):
        here = entries[place]
        if place and chance.random() < 0.25:
            page.go_back()
            place -= 1
        elif place + 1 < len(entries) and chance.random() < 0.5:
            page.go_forward()
            place += 1
        else:
            entries[place + 1 :] = [step(page, here, chance)]
            place += 1
        assert_seen(page, entries[place])


def step(page, here, chance):
    """Do one thing that makes an entry; give what must be seen after it."""
    ways = [
        "page",
        *(["group", "disease"] if here.page in FILTERED else []),
        {"directions": "unit", "cohort": "study"}.get(here.page),
    ]
    way = chance.choice([way for way in ways if way])
    if way == "page":
        path = chance.choice([path for path in TITLES if path != here.page])
        page.get_by_test_id("stSidebarNav").get_by_text(TITLES[path], exact=True).click()
        return here._replace(page=path)
    if way == "unit":
        unit = chance.choice([unit for unit in ("patients", "publications") if unit != here.unit])
        page.locator(".st-key-shared").get_by_text(unit, exact=True).click()
        return here._replace(unit=unit)
    if way == "study":
        page.locator(f"svg path[aria-label*='{STUDY}']").first.click()
        return here._replace(lit=not here.lit)
    options, behind = (GROUPS, None) if way == "group" else (DISEASES, "Disease")
    option = chance.choice([option for option in options if option != getattr(here, way)])
    pick(page, option, behind)
    return here._replace(**{way: option})
