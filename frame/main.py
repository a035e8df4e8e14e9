"""The frame: pages, shared filters, title, and the page itself.

The page runs in a fragment that a changed filter reruns alone, so that navigation and filters are neither drawn nor sent again.
"""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any, NamedTuple

import streamlit as st

import queries
from data.source import Choice
from frame import door, view, warm
from pages.about import data
from pages.case import timeline
from pages.interval import interval
from pages.literature import cohort, comparison, directions, dose, outcomes, table
from pages.overview import start
from pages.paper import appraisal, claims
from pages.present import notes, talk
from widgets import control, figure, glossary, study, ways
from words.counts import sentence

ROOT = Path(__file__).parent.parent
NAME = "MastoScope"


class Framed(NamedTuple):
    """A page and how the frame shows it."""

    draw: Callable[[Choice], None]
    """The page, a function of the choice it is drawn under."""
    title: str
    icon: str
    path: str
    """Its address; the first page has none."""
    filtered: bool = False
    """Whether the filters of the literature apply."""
    staged: bool = False
    """Whether it is presented and brings its own title."""
    opening: bool = False
    """Whether it opens the app: it has the name of the app above it, and its link and citation below."""


PAGES = {
    "": [Framed(start.page, "Overview", "home", "", opening=True)],
    "The child": [
        Framed(timeline.page, "Case timeline", "timeline", "child"),
        Framed(interval.page, "Dosing interval", "calendar_month", "interval"),
    ],
    "The literature": [
        Framed(cohort.page, "Cohort", "groups", "cohort", filtered=True),
        Framed(dose.page, "Dose and therapy length", "syringe", "dose", filtered=True),
        Framed(table.page, "Table", "table", "table", filtered=True),
    ],
    "The evidence": [
        Framed(comparison.page, "Pediatric and adult", "compare_arrows", "comparison", filtered=True),
        Framed(directions.page, "Directions of effect", "swap_vert", "directions", filtered=True),
        Framed(outcomes.page, "Outcomes", "clinical_notes", "outcomes", filtered=True),
        Framed(claims.page, "Paper check", "fact_check", "paper-check"),
        Framed(appraisal.page, "Appraise", "rate_review", "appraise"),
    ],
    "Journal club": [
        Framed(talk.page, "Present", "slideshow", "present", filtered=True, staged=True),
        Framed(notes.page, "Speaker notes", "speaker_notes", "speaker-notes", filtered=True, staged=True),
    ],
    "Sources": [Framed(data.page, "About the data", "info", "about")],
}
ALL = {framed.path: framed for section in PAGES.values() for framed in section}


def surround(framed: Framed, source: Any) -> None:
    """Draw the title, and the controls that several pages share.

    They are drawn here, because Streamlit takes the controls of a page itself out of the address that leads on or back.
    """
    if framed.staged:
        st.html(ROOT / "frame" / "projector.html", unsafe_allow_javascript=True)
        with st.container(key="stage-filters", width="content"), st.popover("Filters", icon=":material/filter_alt:"):
            control.draw_shared(source, framed.path)
    else:
        st.title(NAME if framed.opening else framed.title, anchor=False)
        if framed.filtered:
            control.draw_shared(source, framed.path)


@st.fragment(key=control.BODY)
def body(framed: Framed, source: Any, arrived: dict[str, list[str]], pages: dict[str, Any]) -> None:
    """Draw a page under the choice that the filters make.

    Args:
        arrived: the parameters of the address as they came; emptied once they are judged.
        pages: the pages of the navigation by their path.
    """
    choice = control.chosen(source) if framed.filtered else Choice(source)
    above = st.container()
    with figure.noting() as noted, glossary.once(), ways.known(pages):
        if framed.opening:
            framed.draw(choice)
            link, box = _above(choice, framed, pages)
        else:
            link, box = _above(choice, framed, pages)
            if framed.filtered and not framed.staged:
                study.draw(choice)
            framed.draw(choice)
    here = view.address(source, framed.path)
    if link:
        with link:
            view.copy(here)
    if box.open:
        with box:
            view.cite(sentence(choice) if framed.filtered else "", here, source, noted)
    if framed.filtered:
        view.remember(source)
    if texts := view.notices(arrived, source):
        above.info(" ".join(texts), icon=":material/link_off:")
    arrived.clear()
    if st.context.locale == door.CHANGED:
        above.info(view.CHANGED, icon=":material/link_off:")


def _above(choice: Choice, framed: Framed, pages: dict[str, Any]) -> tuple[Any, Any]:
    """Draw what stands above a page, and give the places for its link, if it has one here, and its citation."""
    if framed.staged:
        return None, view.wings(pages[control.before()], choice, framed.path)
    if framed.filtered:
        return view.chips(choice)
    with st.container(horizontal=True, gap="small"):
        return view.links()


@st.cache_resource(show_spinner=False)
def settle() -> None:
    """Take what every run shares out of the garbage collector's way, once the first page is on screen; then load the rest."""
    warm.settle()
    warm.beside(warm.rest)


def main() -> None:
    """Draw the app: navigation, and the page that the address names."""
    source = queries.built_in()
    arrived = view.arrived()
    pages: dict[str, Any] = {}

    def run(path: str) -> None:
        body(ALL[path], source, arrived, pages)

    for path, framed in ALL.items():
        place = {"url_path": path} if path else {"default": True}
        pages[path] = st.Page(partial(run, path), title=framed.title, icon=f":material/{framed.icon}:", **place)
    on_stage = str(st.context.url).rstrip("/").endswith(("/present", "/speaker-notes"))
    sections = {name: [pages[framed.path] for framed in section] for name, section in PAGES.items()}
    # Before the navigation: without an icon of its own, the browser would ask another host for a picture of the page's.
    st.set_page_config(page_icon=ROOT / "docs" / "icon.svg", layout="wide")
    current = st.navigation(sections, position="hidden" if on_stage else "sidebar")
    st.set_page_config(page_title=f"{current.title} · {NAME}")
    if not ALL[current.url_path].staged:
        control.remember(current.url_path)
    surround(ALL[current.url_path], source)
    current.run()
    st.html(ROOT / "frame" / "navigation.html", unsafe_allow_javascript=True)
    settle()


main()
