"""The frame: pages, shared filters, title, and the page itself.

The page runs in a fragment that a changed filter reruns alone, so that the sidebar is neither drawn nor sent again.
"""

from collections.abc import Callable
from pathlib import Path
from threading import Thread
from typing import Any

import streamlit as st

import queries
from data.source import Choice
from frame import view, warm
from pages.about import data
from pages.case import timeline
from pages.literature import cohort, comparison, directions, dose, outcomes, table
from pages.paper import appraisal, claims
from pages.present import notes, talk
from widgets import control, figure
from words.counts import sentence

ROOT = Path(__file__).parent.parent
Draw = Callable[[Choice], None]


def page(draw: Draw, title: str, icon: str, path: str = "", filtered: bool = False, staged: bool = False) -> st.Page:
    """Give a page of the navigation.

    Args:
        draw: the page, a function of the choice it is drawn under.
        path: its address; without one it is the first page.
        filtered: whether the filters of the literature apply; staged: whether it is presented and brings its own title.
    """
    run = framed(draw, title, path, filtered or staged, staged)
    return st.Page(run, title=title, icon=f":material/{icon}:", **({"url_path": path} if path else {"default": True}))


def framed(draw: Draw, title: str, path: str, filtered: bool, staged: bool) -> Callable[[], None]:
    """Give the function that draws filters, title and one page."""
    source = queries.built_in()

    def run() -> None:
        arrived = {key: st.query_params.get_all(key) for key in st.query_params}
        if staged:
            st.html(ROOT / "frame" / "projector.html")
            with st.container(key="stage-filters", width="content"):
                control.draw_filters(st.popover("Filters", icon=":material/filter_alt:"), source)
        elif filtered:
            control.draw_filters(st.sidebar, source)
        if not staged:
            st.title(title, anchor=False)

        @st.fragment(key=control.BODY)
        def body() -> None:
            choice = control.chosen(source) if filtered else Choice(source)
            above = st.container()
            box = _above(choice, path, filtered, staged)
            with figure.noting() as noted:
                draw(choice)
            if box.open:
                with box:
                    view.cite(sentence(choice) if filtered else "", view.address(source, path), source, noted)
            if texts := view.notices(arrived, source):
                above.info(" ".join(texts), icon=":material/link_off:")
            arrived.clear()

        body()

    return run


def _above(choice: Choice, path: str, filtered: bool, staged: bool) -> Any:
    """Draw what stands above a page, and give the box for its citation, which the page must be drawn for first."""
    if staged:
        return view.wings(HOME, choice, path)
    if filtered:
        return view.chips(choice, path)
    with st.container(horizontal=True, gap="small"):
        return view.links(choice.source, path)


@st.cache_resource(show_spinner=False)
def settle() -> None:
    """Take what every run shares out of the garbage collector's way, once the first page is on screen; then load the rest."""
    warm.settle()
    Thread(target=warm.rest, daemon=True).start()


HOME = page(timeline.page, "Case timeline", "timeline")
PAGES = {
    "The child": [HOME],
    "The literature": [
        page(cohort.page, "Cohort", "groups", "cohort", filtered=True),
        page(dose.page, "Dose and therapy length", "syringe", "dose", filtered=True),
        page(table.page, "Table", "table", "table", filtered=True),
    ],
    "The evidence": [
        page(comparison.page, "Pediatric and adult", "compare_arrows", "comparison", filtered=True),
        page(directions.page, "Directions of effect", "swap_vert", "directions", filtered=True),
        page(outcomes.page, "Outcomes", "clinical_notes", "outcomes", filtered=True),
        page(claims.page, "Paper check", "fact_check", "paper-check"),
        page(appraisal.page, "Appraise", "rate_review", "appraise"),
    ],
    "Journal club": [
        page(talk.page, "Present", "slideshow", "present", staged=True),
        page(notes.page, "Speaker notes", "speaker_notes", "speaker-notes", staged=True),
    ],
    "Sources": [page(data.page, "About the data", "info", "about")],
}

st.set_page_config(page_title="MastoScope", page_icon=ROOT / "docs" / "icon.svg", layout="wide")
on_stage = str(st.context.url).rstrip("/").endswith(("/present", "/speaker-notes"))
st.navigation(PAGES, position="hidden" if on_stage else "sidebar").run()
st.html(ROOT / "frame" / "history.html", unsafe_allow_javascript=True)
settle()
