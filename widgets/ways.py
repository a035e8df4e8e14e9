"""Links from one page to another: the frame knows the pages, and a page names the path of the one it leads to."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from typing import Any

import streamlit as st

import filters
from data.source import Choice
from widgets import control

# The pages of the navigation by their path. A context belongs to one run, so sessions never share it.
_pages: ContextVar[Mapping[str, Any]] = ContextVar("pages")


@contextmanager
def known(pages: Mapping[str, Any]) -> Iterator[None]:
    """Let what is drawn inside link to these pages."""
    token = _pages.set(pages)
    try:
        yield
    finally:
        _pages.reset(token)


def draw(path: str, label: str, icon: str, choice: Choice | None = None) -> None:
    """Draw a link to the page of a path, with the filters of a choice where one is given."""
    set_filters = filters.active(choice).items() if choice else []
    asked = {key: control.in_address(filters.CONTROLS[key], value, choice.source) for key, value in set_filters if choice}
    st.page_link(_pages.get()[path], label=label, icon=f":material/{icon}:", query_params=asked or None)
