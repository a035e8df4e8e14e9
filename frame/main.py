"""The frame: pages, shared filters, title, and the page itself.

The page runs in a fragment that a changed filter reruns alone, so that the sidebar is neither drawn nor sent again.
"""

from collections.abc import Callable
from functools import cache
from pathlib import Path
from threading import Thread
from types import CodeType
from typing import Any

import streamlit as st

import filters
from frame import view, warm
from widgets import figure

ROOT = Path(__file__).parent.parent


@cache
def code(script: str) -> CodeType:
    """Give a page script ready to run, such as ``literature/cohort``."""
    path = ROOT / "pages" / f"{script}.py"
    return compile(path.read_text(encoding="utf-8"), str(path), "exec")


def page(script: str, title: str, icon: str, **options: Any) -> st.Page:
    """Give a page of the navigation that runs one script, with the filters where it shows the literature."""
    return st.Page(show(script, title), title=title, icon=f":material/{icon}:", **options)


def show(script: str, title: str) -> Callable[[], None]:
    """Give the function that draws filters, title and script of one page; what is presented brings its own title."""
    literature, presented = script.startswith("literature/"), script.startswith("present/")

    def run() -> None:
        asked = {key: st.query_params.get_all(key) for key in st.query_params}
        if presented:
            st.html(ROOT / "frame" / "projector.html")
            with st.container(key="stage-filters", width="content"):
                filters.draw(st.popover("Filters", icon=":material/filter_alt:"))
        elif literature:
            filters.draw(st.sidebar)
        if not presented:
            st.title(title, anchor=False)

        @st.fragment(key=filters.BODY)
        def body() -> None:
            notes = st.container()
            if literature:
                box = view.chips(filters.chosen())
            elif presented:
                box = view.wings(HOME)
            else:
                with st.container(horizontal=True, gap="small"):
                    box = view.links()
            with figure.noting() as shown:
                exec(code(script), {"__name__": "__main__"})  # the page is a script of this project, never a reader's text
            if box.open:
                with box:
                    view.cite(filters.sentence(filters.chosen()) if literature or presented else "", shown)
            if told := view.notices(asked):
                notes.info(" ".join(told), icon=":material/link_off:")
            asked.clear()

        body()

    return run


@st.cache_resource(show_spinner=False)
def settle() -> None:
    """Take what every run shares out of the garbage collector's way, once the first page is on screen; then load the rest."""
    warm.settle()
    Thread(target=warm.rest, daemon=True).start()


HOME = page("case/timeline", "Case timeline", "timeline", default=True)
PAGES = {
    "The child": [HOME],
    "The literature": [
        page("literature/cohort", "Cohort", "groups", url_path="cohort"),
        page("literature/dose", "Dose and therapy length", "syringe", url_path="dose"),
        page("literature/table", "Table", "table", url_path="table"),
    ],
    "The evidence": [
        page("literature/comparison", "Pediatric and adult", "compare_arrows", url_path="comparison"),
        page("literature/directions", "Directions of effect", "swap_vert", url_path="directions"),
        page("literature/outcomes", "Outcomes", "clinical_notes", url_path="outcomes"),
        page("paper/claims", "Paper check", "fact_check", url_path="paper-check"),
        page("paper/appraisal", "Appraise", "rate_review", url_path="appraise"),
    ],
    "Journal club": [
        page("present/talk", "Present", "slideshow", url_path="present"),
        page("present/notes", "Speaker notes", "speaker_notes", url_path="speaker-notes"),
    ],
    "Sources": [page("about/data", "About the data", "info", url_path="about")],
}

st.set_page_config(page_title="MastoScope", page_icon=ROOT / "docs" / "icon.svg", layout="wide")
on_stage = str(st.context.url).rstrip("/").endswith(("/present", "/speaker-notes"))
st.navigation(PAGES, position="hidden" if on_stage else "sidebar").run()
st.html(ROOT / "frame" / "history.html", unsafe_allow_javascript=True)
settle()
