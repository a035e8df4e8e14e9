"""The journal-club talk, one step a screen."""

import streamlit as st

import filters
from present import talk as steps
from widgets import control, talk

chosen = filters.chosen()
with st.container(horizontal=True, vertical_alignment="center", gap="small"):
    keys = talk.choose()
    here = talk.move(keys)
    shown = control.switch("Notes", "notes")
step = steps.STEPS[here](chosen)
talk.draw(step)
if step.filtered:
    st.markdown(f"**{filters.sentence(chosen)}**")
if shown:
    talk.notes(step)
