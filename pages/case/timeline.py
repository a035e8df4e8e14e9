"""The child's course, as far as the paper tells it."""

import streamlit as st

import figures
from data.source import Choice
from widgets import conflicts, course, figure


def page(choice: Choice) -> None:
    """Draw the page; the filters of the literature do not apply to it."""
    with course.beside(choice) as settings:
        figure.draw(figures.show(figures.TIMELINE, choice, **settings), chosen=("event", course.choose))

    figure.draw(figures.show(figures.SCORE, choice))
    for column, biomarker in zip(st.columns(3, gap="large"), figures.BIOMARKERS, strict=True):
        with column:
            figure.draw(figures.show(biomarker, choice), small=True)
    conflicts.draw(choice)
