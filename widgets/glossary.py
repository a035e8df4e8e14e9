"""Explanations beside what is drawn: each word of the glossary once a page, where it is first used."""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar

import streamlit as st

from words import glossary

# The words that this run of a page has explained. A context belongs to one run, so sessions never share it.
_met: ContextVar[set[str] | None] = ContextVar("met", default=None)


@contextmanager
def once() -> Iterator[None]:
    """Let each word that is drawn inside be explained once."""
    token = _met.set(set())
    try:
        yield
    finally:
        _met.reset(token)


def markdown(text: str) -> None:
    """Draw text with the help of its words."""
    st.markdown(text, help=help_for(text))


def help_for(*texts: str) -> str | None:
    """Give the help of a text: the meaning of each word in it that nothing above has explained; None where there is none."""
    met = _met.get()
    if met is None:
        return None
    new = [term for term in glossary.within(" ".join(texts)) if term.name not in met]
    met.update(term.name for term in new)
    return glossary.explained(new) or None
