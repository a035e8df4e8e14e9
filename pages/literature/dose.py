"""What dose was given, and for how long."""

import streamlit as st

import figures
import filters
from data.source import Choice
from widgets import control, figure
from words.counts import sentence


def page(choice: Choice) -> None:
    """Draw the page under a choice."""
    with st.container(horizontal=True):
        child = control.draw_child(choice.source)
        excluded = control.draw(filters.EXCLUDED, choice.source)
    for one in [figures.DOSE, figures.THERAPY]:
        figure.draw(figures.show(one, choice, child=child, excluded=excluded), sentence(choice))
