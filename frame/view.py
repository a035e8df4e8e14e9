"""What surrounds every page: chips of the active filters, the link to this view, and notices about a link."""

from typing import Any
from urllib.parse import urlencode

import streamlit as st

import data
import filters
from present.names import NAMES, USUAL
from widgets import words

# What pages bind to the address beside the filters, with the value a first visit sees.
PAGE_KEYS = {
    "unit": "patients", "child": False, "excluded": True, "axis": "first dose", "view": "Whole life", "lanes": [], "search": "",
    "sides": "Pediatric and adult", "left": "", "right": "", "method": "Wilson", "biomarker": "total IgE", "direction": "up",
    "check": [], "topic": [], "claim": None, "step": USUAL[0], "steps": USUAL, "notes": False,
}  # fmt: skip


def _in_address(key: str, value: Any) -> list[str]:
    """Give a widget's value as Streamlit writes it into the address; nothing where nothing is chosen."""
    if value is None:
        return []
    if key == "without":
        return [words.publications()[item] for item in value]
    if isinstance(value, bool):
        return [str(value).lower()]
    texts = NAMES if key in ("step", "steps") else words.CHOICES.get(key, {})
    return [texts.get(item, str(item)) for item in (value if isinstance(value, list | tuple) else [value])]


def address(path: str | None = None) -> str:
    """Give the full address of what is seen: every value written out (an empty choice has none), and the data version.

    Args:
        path: another page to show under the same settings, such as ``speaker-notes``.
    """
    known = {**filters.DEFAULTS, **PAGE_KEYS}
    values = {key: _in_address(key, st.session_state.get(key, default)) for key, default in known.items()}
    page = str(st.context.url)
    page = page if path is None else f"{page.rpartition('/')[0]}/{path}"
    return f"{page}?{urlencode({**values, 'data': data.version()}, doseq=True)}"


def chips(values: dict[str, Any]) -> None:
    """Draw the filter as a sentence with counts, and one button per active filter that clears it."""
    st.markdown(f"**{filters.sentence(values)}**")
    told = words.phrases(values)
    with st.container(horizontal=True, gap="small"):
        for key, phrase in told.items():
            st.button(
                phrase,
                key=f"clear-{key}",
                icon=":material/close:",
                on_click=filters.clear,
                args=(key,),
                help="Clear this filter",
            )
        if told or not values["possible"]:
            st.button("Reset all", key="reset", type="tertiary", on_click=filters.clear)
        link()
    if advice := filters.rescue(values):
        st.info(f"No patient matches. {advice}", icon=":material/filter_alt_off:")


def link() -> None:
    """Draw the link that reopens exactly what is seen."""
    with st.popover("Copy link", icon=":material/link:", key="link", on_change="rerun") as box:
        if box.open:
            st.caption("This address holds every filter and the version of the data.")
            st.code(address(), language=None, wrap_lines=True)


def wings(home: Any) -> None:
    """Draw what waits beside the stage: the link to this step, the notes in a window of their own, and the way out."""
    place = st.container(key="stage-more", width="content")
    with place.popover("More", icon=":material/more_horiz:", key="more", on_change="rerun") as box:
        if box.open:
            st.link_button("Notes in a second window", address("speaker-notes"), icon=":material/open_in_new:")
            st.caption("This address holds every filter, the step, and the version of the data.")
            st.code(address(), language=None, wrap_lines=True)
            st.page_link(home, label="Leave the talk", icon=":material/close:")


def _quoted(text: str) -> str:
    """Give text from an address as code, so that nothing in it is read as Markdown."""
    return "`" + text.replace("`", "")[:60] + "`"


def notices(asked: dict[str, list[str]]) -> list[str]:
    """Give one sentence for each part of an address that could not be used as it stood, and take it out of the address.

    Args:
        asked: the query parameters as they arrived, before any widget was drawn.
    """
    told = []
    for key, wanted in asked.items():
        shown = _quoted(", ".join(wanted))
        if key in filters.DEFAULTS or key in PAGE_KEYS:
            if key in st.session_state and _in_address(key, st.session_state[key]) != wanted:
                told.append(f"The link asks for {key} = {shown}, which is not possible here; the nearest setting is used.")
            continue
        if key != "data":
            told.append(f"The link names {_quoted(key)}, which is not a filter; it was left out.")
        elif wanted != [data.version()]:
            told.append(f"The link was made with data version {shown}; this is {data.version()}, so numbers may differ.")
        if key in st.query_params:
            del st.query_params[key]
    return told
