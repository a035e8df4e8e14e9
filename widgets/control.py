"""Draw the declared controls, read their values, and change them: the one place that holds what a reader has set.

Each control is bound to the address under its key and keeps its value from page to page.
"""

from contextlib import suppress
from typing import Any
from urllib.parse import parse_qs

import streamlit as st
from streamlit.errors import StreamlitAPIException
from streamlit.runtime.scriptrunner import get_script_run_ctx

import filters
from data.source import Choice, Source
from filters import Control

# The key of the fragment that holds the page and is rerun alone when a filter changes.
BODY = "body"
# What a reader reaches for first has a button of its own above the page; the other filters wait behind the last one.
FIRST = {"age": "Age", "dose": "Dose", "therapy": "Therapy length", "disease": "Disease"}


def in_address(control: Control, value: Any, source: Source) -> list[str]:
    """Give a control's value as Streamlit writes it into the address; nothing where nothing is chosen."""
    texts = filters.options(control, source)
    if isinstance(value, bool):
        return [str(value).lower()]
    if value is None:
        return []
    return [texts.get(item, str(item)) for item in (value if isinstance(value, list | tuple) else [value])]


def _changed(control: Control, source: Source) -> None:
    """Take over a changed filter and rerun the page without what surrounds it; during the very first run, everything.

    After Back or Forward the browser keeps the former value of a filter behind a closed button, and sends it with the next
    change elsewhere. What a reader changes stands in the address as well, so the address decides, where a browser tells one.
    """
    context = get_script_run_ctx()
    if context and st.context.headers:
        told = parse_qs(context.query_string).get(control.key, [])
        widest = filters.default(control, source)
        value = filters.valid(control, st.session_state[control.key], source)
        if told != ([] if value == widest else in_address(control, value, source)):
            st.session_state[control.key] = _from_address(control, told, source) if told else widest
    with suppress(StreamlitAPIException):
        st.rerun(BODY)


def _from_address(control: Control, told: list[str], source: Source) -> Any:
    if control.kind == "switch":
        return told == ["true"]
    values = {in_address(control, value, source)[0]: value for value in filters.options(control, source)}
    items = [values[text] for text in told if text in values]
    return filters.valid(control, items[0] if control.kind in ("one", "maybe") and items else items, source)


def draw(control: Control, source: Source, **look: Any) -> Any:
    """Draw one control and give its value.

    Args:
        look: what the widget takes beside that, such as a width.
    """
    texts, first = filters.options(control, source), filters.default(control, source)
    key, label, look = control.key, control.label, {"help": control.help, **look}
    if control.kind == "one":
        value = st.segmented_control(
            label, list(texts), default=first, required=True, format_func=texts.__getitem__, key=key,
            bind="query-params", persist_state="session", **look,
        )  # fmt: skip
    elif control.kind == "maybe":
        value = st.selectbox(
            label, list(texts), index=None, format_func=texts.__getitem__, key=key,
            bind="query-params", persist_state="session", **look,
        )  # fmt: skip
    elif control.kind in ("range", "number"):
        value = st.select_slider(
            label, list(texts), value=first, format_func=texts.__getitem__, key=key,
            bind="query-params", persist_state="session", **look,
        )  # fmt: skip
    elif control.kind == "some":
        value = st.pills(
            label, list(texts), selection_mode="multi", format_func=texts.__getitem__, key=key,
            bind="query-params", persist_state="session", **look,
        )  # fmt: skip
    elif control.kind == "many":
        value = st.multiselect(
            label, list(texts), default=first, format_func=texts.__getitem__, key=key,
            bind="query-params", persist_state="session", **look,
        )  # fmt: skip
    elif control.kind == "switch":
        value = st.toggle(label, value=first, key=key, bind="query-params", persist_state="session", **look)
    else:
        value = st.text_input(label, key=key, bind="query-params", persist_state="session", **look)
    # An empty value in the address arrives as None, and a changed client can send anything.
    return filters.valid(control, value, source)


def draw_shared(source: Source, path: str) -> None:
    """Draw the shared filters as a bar, and below it what several pages share beside them.

    The frame draws them before any page, because Streamlit takes what a page draws out of the address when another is opened.
    A filter of a quantity that the source tells nothing of is left out, and so is the child where there is none.
    """
    shown = [control for control in filters.FILTERS if control.kind != "range" or filters.options(control, source)]
    with st.container(horizontal=True, gap="small", vertical_alignment="center", key="filters"):
        for control in shown:
            if control.key == "age_group":
                _draw_filter(control, source, label_visibility="collapsed")
        for control in shown:
            if control.key in FIRST:
                with st.popover(FIRST[control.key], key=f"filter-{control.key}"):
                    _draw_filter(control, source)
        with st.popover("More filters", key="filter-more"):
            for control in shown:
                if control.key not in [*FIRST, "age_group"]:
                    _draw_filter(control, source)
        if path in filters.STUDY.pages:
            _draw_filter(filters.STUDY, source, placeholder="Light a study …", label_visibility="collapsed", width=215)
    shared = [control for control in [filters.UNIT, filters.CHILD] if path in control.pages]
    if shared:
        with st.container(horizontal=True, vertical_alignment="center", key="shared"):
            for control in shared:
                if control is not filters.CHILD or source.has_child:
                    _draw_filter(control, source)


def _draw_filter(control: Control, source: Source, **look: Any) -> None:
    draw(control, source, on_change=_changed, args=(control, source), **look)


def chosen(source: Source) -> Choice:
    """Give the choice that the filters of this session make in a source."""
    return filters.choice(source, {control.key: st.session_state.get(control.key) for control in filters.FILTERS})


def value(control: Control, source: Source) -> Any:
    """Give the value of a control of this session, drawn or not."""
    return filters.valid(control, st.session_state.get(control.key, filters.default(control, source)), source)


def child(source: Source) -> bool:
    """Say whether the child is laid over the literature, where the source has one."""
    return source.has_child and bool(value(filters.CHILD, source))


def is_drawn(key: str) -> bool:
    """Say whether a control was drawn in this session."""
    return key in st.session_state


def set_value(key: str, new: Any) -> None:
    """Set a control anew. For callbacks, before the widgets draw."""
    st.session_state[key] = new


def turn(control: Control, option: str) -> None:
    """Choose an option, or no longer where it was chosen, beside others where there may be several. For callbacks."""
    held = st.session_state.get(control.key)
    if control.kind == "maybe":
        return set_value(control.key, None if held == option else option)
    others = [other for other in held or [] if other != option]
    return set_value(control.key, others if option in (held or []) else [*others, option])


def clicked(key: str, selection: str, field: str) -> Any:
    """Give the field of the mark that was just clicked in a chart whose selection turns with each click. For callbacks."""
    now = {item[field] for item in st.session_state[key]["selection"][selection]}
    turned = now ^ st.session_state.get(f"{key}-turned", set())
    st.session_state[f"{key}-turned"] = now
    return turned.pop() if len(turned) == 1 else None


def remember(path: str) -> None:
    """Remember the page from which the talk may be entered."""
    st.session_state["before"] = path


def before() -> str:
    """Give the path of the page from which the talk was entered; the first page's where it was none."""
    return str(st.session_state.get("before", ""))


def pin(key: str, source: Source) -> None:
    """Pin the current filter under a key such as ``left``. For callbacks, before the widgets draw."""
    st.session_state[key] = chosen(source).filter


def clear(source: Source, *keys: str) -> None:
    """Set filters back to their widest; all of them where none is named. For callbacks, before the widgets draw."""
    for control in filters.FILTERS:
        if not keys or control.key in keys:
            st.session_state[control.key] = filters.default(control, source)
    st.rerun()


def set_aside(publication_id: str, source: Source) -> None:
    """Set one more publication aside. For callbacks, before the widgets draw."""
    st.session_state["without"] = [*filters.active(chosen(source)).get("without", []), publication_id]
    st.rerun()


def choose_study(publication_id: str | None) -> None:
    """Choose the study that every figure lights, or none. For callbacks, before the widgets draw."""
    st.session_state[filters.STUDY.key] = publication_id
    st.rerun()


def picked(key: str, select: str, drawn: list[Any]) -> dict[str, Any]:
    """Give what was clicked in a chart whose selection each click changes; empty where nothing was. For callbacks.

    Args:
        key: of the chart.
        select: the name of its selection.
        drawn: what was selected when the chart was drawn.
    """
    now = list(st.session_state[key]["selection"][select] or [])
    changed = [item for item in now if item not in drawn] or [item for item in drawn if item not in now]
    return changed[-1] if changed else {}


def take_row(key: str) -> int | None:
    """Give the row that was selected in a table, and select none, so that the same can be selected again. For callbacks."""
    rows = st.session_state[key]["selection"]["rows"]
    st.session_state[key] = {"selection": {"rows": [], "columns": [], "cells": []}}
    return rows[0] if rows else None
