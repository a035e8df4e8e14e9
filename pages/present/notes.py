"""The speaker's notes of one step, for a second window, which follows the stage and leads it."""

import streamlit as st

import filters
from data.source import Choice
from present import talk as steps
from widgets import talk
from words import safe
from words.counts import sentence


def page(choice: Choice) -> None:
    """Draw the notes of the current step under a choice."""
    with st.container(horizontal=True, vertical_alignment="center", gap="small"):
        keys = talk.choose(choice.source)
        here = talk.move(keys)
    talk.clock()
    step = steps.STEPS[here](choice)
    following = keys[keys.index(here) + 1 : keys.index(here) + 2]
    st.title(safe.markdown(step.title), anchor=False)
    st.markdown(safe.markdown(f"Next: {steps.STEPS[following[0]](choice).title}") if following else "This is the last step.")
    talk.notes(step)
    if filters.active(choice):
        st.markdown(f"**{safe.markdown(sentence(choice))}**")
