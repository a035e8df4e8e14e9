"""The journal-club talk, one step a screen."""

import streamlit as st

import filters
from data.source import Choice
from present import talk as steps
from widgets import control, talk
from words import safe
from words.counts import sentence


def page(choice: Choice) -> None:
    """Draw the current step under a choice."""
    with st.container(horizontal=True, vertical_alignment="center", gap="small"):
        keys = talk.choose(choice.source)
        here = talk.move(keys)
        with_notes = control.draw(filters.NOTES, choice.source)
    step = steps.STEPS[here](choice)
    talk.draw(step)
    if step.filtered:
        st.markdown(f"**{safe.markdown(sentence(choice))}**")
    if with_notes:
        talk.notes(step)
