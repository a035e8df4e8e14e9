"""Which way total immunoglobulin E and tryptase went, and how much hangs on one publication."""

import streamlit as st

import figures
import filters
from data.source import Choice
from widgets import control, counts, directions, figure
from words.counts import sentence
from words.directions import influential


def page(choice: Choice) -> None:
    """Draw the page under a choice."""
    words = sentence(choice)
    unit, child = control.value(filters.UNIT, choice.source), control.child(choice.source)

    plot = figures.show(figures.PLOT, choice, unit=unit, child=child)
    left, right = st.columns(2, gap="large")
    with left:
        figure.draw(plot, words)
    with right:
        directions.table(plot.objects())
    figure.draw(figures.show(figures.TALLY, choice, unit=unit), words)

    with st.container(horizontal=True, vertical_alignment="bottom"):
        biomarker = control.draw(filters.BIOMARKER, choice.source)
        direction = control.draw(filters.DIRECTION, choice.source)
    influence = figures.show(figures.INFLUENCE, choice, unit=unit, biomarker=biomarker, direction=direction)
    figure.draw(influence, words)
    if (pivot := influential(influence.objects())) is not None:
        counts.set_aside(pivot, pivot.label, choice.source)
    directions.methods(choice)
