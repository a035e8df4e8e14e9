"""The child's course, as far as the paper tells it."""

import streamlit as st

import figures
import filters
from data.source import Choice
from widgets import conflicts, control, course, figure


def page(choice: Choice) -> None:
    """Draw the page; the filters of the literature do not apply to it."""
    with st.container(horizontal=True, vertical_alignment="bottom"):
        view = control.draw(filters.VIEW, choice.source)
        tracks = control.draw(filters.OPEN, choice.source)
    with course.beside(choice) as event:
        story = figures.show(figures.TIMELINE, choice, view=view, open=tracks, event=event)
        figure.draw(story, chosen=("event", course.choose))

    figure.draw(figures.show(figures.SCORE, choice))
    for column, biomarker in zip(st.columns(3, gap="large"), figures.BIOMARKERS, strict=True):
        with column:
            figure.draw(figures.show(biomarker, choice))
    conflicts.draw(choice)
