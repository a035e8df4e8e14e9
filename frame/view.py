"""What surrounds every page: chips of the active filters, the link to this view, how to cite it, and notices about a link."""

from datetime import UTC, datetime
from html import escape
from typing import Any
from urllib.parse import urlencode

import streamlit as st
from streamlit.errors import StreamlitAPIException

import filters
from data.source import Choice, Source
from frame import door
from widgets import control, download, figure, glossary
from words import counts, references, safe

# What a browser sent that no widget can hold; the widgets keep what they held.
CHANGED = "Your browser sent settings that are not possible here. They were left out; everything else stays as it was."
# How many names that are no filter a notice repeats.
MOST_NAMED = 3


def address(source: Source, path: str, to: str | None = None) -> str:
    """Give the full address of what is seen: every control of the page that is not as at a first visit, and the version.

    The step of a talk is always told, because its first one is the first that was chosen.

    Args:
        path: the page that is seen; to: another page to show under the same settings, such as ``speaker-notes``.
    """
    values = {
        key: control.in_address(declared, control.value(declared, source), source)
        for key, declared in filters.CONTROLS.items()
        if path in declared.pages
        and (declared is filters.STEP or control.value(declared, source) != filters.default(declared, source))
    }
    page = str(st.context.url)
    if not page.startswith(("https://", "http://")):  # a changed client can send any text, and files print it as a link
        page = ""
    page = page if to is None else f"{page.rpartition('/')[0]}/{to}"
    return f"{page}?{urlencode({**values, 'data': source.version}, doseq=True)}"


def remember(source: Source) -> None:
    """Leave the filters that are set, as the address writes them, for ``frame/navigation.html``.

    Streamlit writes into the address only what is on screen, and a filter behind a closed button is not: it would be missing
    from the address of the next page, and so from Back, from a reload and from a bookmark.
    """
    values = {
        declared.key: control.in_address(declared, value, source)
        for declared in filters.FILTERS
        if (value := control.value(declared, source)) != filters.default(declared, source)
    }
    keys = " ".join(declared.key for declared in filters.FILTERS)
    query = escape(urlencode(values, doseq=True))
    st.html(f'<a hidden class="mastoscope-filters" data-filters="{keys}" href="?{query}"></a>')


def chips(choice: Choice) -> tuple[Any, Any]:
    """Draw the filter as a sentence with counts, a button per active filter that clears it, and what :func:`links` draws."""
    # A count such as "6, up to 46" is read with these words, which it does not name.
    st.markdown(f"**{safe.markdown(counts.sentence(choice))}**", help=glossary.help_for("certain, possible, not reported"))
    phrases = filters.phrases(choice)
    with st.container(horizontal=True, gap="small"):
        for key, phrase in phrases.items():
            st.button(
                safe.markdown(phrase), key=f"clear-{key}", icon=":material/close:", on_click=control.clear,
                args=(choice.source, key), help="Clear this filter",
            )  # fmt: skip
        if filters.active(choice):
            st.button("Reset all", key="reset", type="tertiary", on_click=control.clear, args=(choice.source,))
        link, box = links()
    if advice := counts.rescue(choice):
        st.info(safe.markdown(f"No patient matches. {advice}"), icon=":material/filter_alt_off:")
    return link, box


def links() -> tuple[Any, Any]:
    """Give the places for :func:`copy` and :func:`cite`, both of which the page must be drawn for first."""
    return st.container(width="content"), st.popover("Cite", icon=":material/format_quote:", key="cite", on_change="rerun")


def copy(here: str) -> None:
    """Draw a link to an address; ``frame/navigation.html`` copies it on a click. Without a script it is still a link."""
    with st.container(key="copy", width="content"):
        st.link_button("Copy link", here, icon=":material/link:", help="Every filter that is set, and the version of the data")


def cite(sentence: str, here: str, source: Source, noted: list[figure.Noted]) -> None:
    """Draw all that a citation of this view needs: what is seen, sources, address, data version, time and SQL.

    Args:
        sentence: the filter in words; empty where no filter applies.
        here: the address of the view.
        noted: what the page drew.
    """
    seen = datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
    entries = references.entries(Choice(source))
    software = references.software(source.version, here, seen)
    lines = [*(references.line(entry) for entry in [*entries[:1], software]), here, f"Seen {seen} (time in UTC)."]
    text = "\n\n".join(filter(None, [sentence, *lines]))
    signs = {"SQL": "--", "Python": "#"}
    code = "\n\n".join(f"{signs[language]} {title}\n{write()}" for title, language, write in noted)
    with st.container(horizontal=True, gap="small"):
        for label, name, content in [
            ("Text", "citation.txt", f"{text}\n\n{code}\n"),
            ("BibTeX", "mastoscope.bib", references.bibtex([software, *entries])),
            ("RIS", "mastoscope.ris", references.ris([software, *entries])),
        ]:
            download.button(label, content, name, "text/plain")
    st.caption(
        f"BibTeX and RIS hold MastoScope, the paper and {len(entries) - 1} more publications, each with its verified fields "
        "only."
    )
    st.code(text, language=None, wrap_lines=True)
    if code:
        runs = "It runs on the database under “About the data”."
        if any(language == "Python" for _, language, _ in noted):
            runs = "It needs numpy and scipy alone."
        st.caption(f"The {noted[0][1]} behind what this page shows ({len(noted)}). {runs}")
        st.code(code, language=None, wrap_lines=True)


def wings(before: Any, choice: Choice, path: str) -> Any:
    """Draw what waits beside the stage: link, notes in a window of their own and the way out; give the box for :func:`cite`.

    Args:
        before: the page that the way out leads to.
    """
    place = st.container(key="stage-more", width="content", horizontal=True, gap="small")
    with place.popover("More", icon=":material/more_horiz:", key="more", on_change="rerun") as box:
        if box.open:
            from widgets import takeaway  # brings what makes slides along, which the first page should not wait for

            here, notes = address(choice.source, path), address(choice.source, path, "speaker-notes")
            with st.container(horizontal=True, vertical_alignment="center"):
                st.link_button("Notes in a second window", notes, icon=":material/open_in_new:")
                st.page_link(before, label="Leave the talk", icon=":material/close:")
            steps = control.value(filters.CHOSEN_STEPS, choice.source) or filters.USUAL_STEPS
            takeaway.draw(steps, choice, counts.sentence(choice), here)
            copy(here)
    return place.popover("Cite", icon=":material/format_quote:", key="cite", on_change="rerun")


def arrived() -> dict[str, list[str]]:
    """Give the parameters of the address as they came, and take all out of it that no control holds, with one message.

    Call it before any widget is drawn: Streamlit lets nobody touch the parameter of a widget.
    """
    came = {key: st.query_params.get_all(key) for key in st.query_params}
    if foreign := [key for key in came if key not in filters.CONTROLS]:
        try:
            st.query_params.from_dict({key: values for key, values in came.items() if key not in foreign})
        except StreamlitAPIException:  # widgets of the run before hold theirs: an entry of the browser's history
            for key in foreign:
                del st.query_params[key]
    return came


def notices(arrived: dict[str, list[str]], source: Source) -> list[str]:
    """Give one sentence for each part of an address that could not be used as it stood, and one for all that are no filter.

    Args:
        arrived: the query parameters as they came, before any widget was drawn.
    """
    texts, unknown = (
        [],
        [key for key in arrived if key not in filters.CONTROLS and key not in ("data", door.BEYOND, *filters.OLD)],
    )
    for key, wanted in arrived.items():
        quoted = safe.code(", ".join(wanted))
        if declared := filters.CONTROLS.get(key):
            if control.is_drawn(key) and control.in_address(declared, control.value(declared, source), source) != wanted:
                texts.append(f"The link asks for {key} = {quoted}, which is not possible here; the nearest setting is used.")
        elif key == "data" and wanted != [source.version]:
            texts.append(f"The link was made with data version {quoted}; this is {source.version}, so numbers may differ.")
        elif key == door.BEYOND:
            texts.append(
                f"The link is longer than {door.LONGEST_ADDRESS:,} characters or holds more than {door.MOST_PARAMETERS} "
                "values; nothing of it was used."
            )
    if unknown:
        named = ", ".join(map(safe.code, unknown[:MOST_NAMED]))
        more = f" and {len(unknown) - MOST_NAMED} more" if len(unknown) > MOST_NAMED else ""
        texts.append(f"The link names {named}{more}, which is not a filter; it was left out." if len(unknown) == 1 else
                     f"The link names {named}{more}, which are no filters; they were left out.")  # fmt: skip
    return texts
