"""The frame: pages, shared filters, title, and the page itself."""

import gc
from pathlib import Path

import streamlit as st

import filters
from widgets import view

ROOT = Path(__file__).parent.parent
PAGES = ROOT / "pages"
CASE = [st.Page(PAGES / "case/timeline.py", title="Case timeline", icon=":material/timeline:", default=True)]
LITERATURE = [
    st.Page(PAGES / "literature/cohort.py", title="Cohort", icon=":material/groups:"),
    st.Page(PAGES / "literature/dose.py", title="Dose and therapy length", icon=":material/syringe:"),
    st.Page(PAGES / "literature/table.py", title="Table", icon=":material/table:"),
]
ABOUT = [st.Page(PAGES / "about/data.py", title="About the data", icon=":material/info:", url_path="about")]


@st.cache_resource(show_spinner=False)
def settle() -> None:
    """Take what every run shares out of the garbage collector's way, once the first page is on screen."""
    gc.collect()
    gc.freeze()


st.set_page_config(page_title="MastoScope", page_icon=ROOT / "docs" / "icon.svg", layout="wide")
page = st.navigation({"The child": CASE, "The literature": LITERATURE, "Sources": ABOUT})
asked = {key: st.query_params.get_all(key) for key in st.query_params}
if page in LITERATURE:
    filters.draw()
st.title(page.title, anchor=False)
notes = st.container()
if page in LITERATURE:
    view.chips(filters.chosen())
else:
    view.link()
page.run()
if told := view.notices(asked):
    notes.info(" ".join(told), icon=":material/link_off:")
st.html(ROOT / "frame" / "history.html", unsafe_allow_javascript=True)
settle()
