"""The speaker's notes of one step, for a second window."""

import streamlit as st

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
    step = steps.STEPS[here](choice)
    st.title(safe.markdown(step.title), anchor=False)
    talk.notes(step)
    if step.filtered:
        st.markdown(f"**{safe.markdown(sentence(choice))}**")
    following = keys[keys.index(here) + 1 : keys.index(here) + 2]
    st.caption(safe.markdown(f"Next: {steps.STEPS[following[0]](choice).title}") if following else "This is the last step.")
