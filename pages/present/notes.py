"""The speaker's notes of one step, for a second window."""

import streamlit as st

import filters
from present import talk as steps
from widgets import talk

chosen = filters.chosen()
with st.container(horizontal=True, vertical_alignment="center", gap="small"):
    keys = talk.choose()
    here = talk.move(keys)
step = steps.STEPS[here](chosen)
st.title(step.title, anchor=False)
talk.notes(step)
if step.filtered:
    st.markdown(f"**{filters.sentence(chosen)}**")
following = keys[keys.index(here) + 1 : keys.index(here) + 2]
st.caption(f"Next: {steps.STEPS[following[0]](chosen).title}" if following else "This is the last step.")
