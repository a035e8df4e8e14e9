"""What surrounds every page: chips of the active filters, the link to this view, how to cite it, and notices about a link."""

from datetime import UTC, datetime
from typing import Any
from urllib.parse import urlencode

import streamlit as st

import data
import filters
import queries
from present import citations
from present.names import NAMES, USUAL
from widgets import figure, words

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


def chips(values: dict[str, Any]) -> Any:
    """Draw the filter as a sentence with counts, one button per active filter that clears it, and the links of :func:`links`."""
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
        box = links()
    if advice := filters.rescue(values):
        st.info(f"No patient matches. {advice}", icon=":material/filter_alt_off:")
    return box


def links() -> Any:
    """Draw the link that reopens exactly what is seen, and give the box for :func:`cite`, which the page must be drawn for first."""
    with st.popover("Copy link", icon=":material/link:", key="link", on_change="rerun") as box:
        if box.open:
            st.caption("This address holds every filter and the version of the data.")
            st.code(address(), language=None, wrap_lines=True)
    return st.popover("Cite", icon=":material/format_quote:", key="cite", on_change="rerun")


def cite(sentence: str, shown: list[figure.Noted]) -> None:
    """Draw all that a citation of this view needs: what is seen, sources, address, data version, time and SQL.

    Args:
        sentence: the filter in words; empty where no filter applies.
        shown: what the page drew.
    """
    here, seen = address(), datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
    entries = queries.run("citations/publications").to_dict("records")
    mine = citations.software(data.version(), here, seen)
    sources = [*(citations.sentence(entry) for entry in [entries[0], mine]), here, f"Seen {seen} (time in UTC)."]
    told = "\n\n".join(filter(None, [sentence, *sources]))
    sql = "\n\n".join(f"-- {title}\n{queries.runnable(query, **values)}" for title, query, values in shown)
    with st.container(horizontal=True, gap="small"):
        for name, text in {
            "citation.txt": f"{told}\n\n{sql}\n",
            "mastoscope.bib": citations.bibtex([mine, *entries]),
            "mastoscope.ris": citations.ris([mine, *entries]),
        }.items():
            label = {"txt": "Text", "bib": "BibTeX", "ris": "RIS"}[name[-3:]]
            st.download_button(label, text, name, "text/plain", key=name, on_click="ignore", icon=":material/download:")
    st.caption(
        f"BibTeX and RIS hold MastoScope, the paper and {len(entries) - 1} more publications, each with its verified fields only."
    )
    st.code(told, language=None, wrap_lines=True)
    if sql:
        st.caption(f"The SQL behind what this page shows ({len(shown)}). It runs on the database under “About the data”.")
        st.code(sql, language=None, wrap_lines=True)


def wings(home: Any) -> Any:
    """Draw what waits beside the stage: link, notes in a window of their own and the way out; give the box for :func:`cite`."""
    place = st.container(key="stage-more", width="content", horizontal=True, gap="small")
    with place.popover("More", icon=":material/more_horiz:", key="more", on_change="rerun") as box:
        if box.open:
            from widgets import takeaway  # brings every chart along, which the first page should not wait for

            with st.container(horizontal=True, vertical_alignment="center"):
                st.link_button("Notes in a second window", address("speaker-notes"), icon=":material/open_in_new:")
                st.page_link(home, label="Leave the talk", icon=":material/close:")
            chosen = filters.chosen()
            takeaway.draw(st.session_state.get("steps") or USUAL, chosen, filters.sentence(chosen), address())
            st.caption("This address holds every filter, the step, and the version of the data.")
            st.code(address(), language=None, wrap_lines=True)
    return place.popover("Cite", icon=":material/format_quote:", key="cite", on_change="rerun")


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
