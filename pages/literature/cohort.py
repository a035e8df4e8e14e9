"""Who the patients of the literature are."""

import streamlit as st

import figures
import filters
import queries
from data.source import Choice
from widgets import control, counts, figure
from words.counts import sentence


def page(choice: Choice) -> None:
    """Draw the page under a choice."""
    settings, words = {"child": control.child(choice.source)}, sentence(choice)
    with st.container(horizontal=True):
        for count in queries.objects("literature/counts", choice):
            counts.metric(count, filters.counts_possible(choice))

    figure.draw(figures.show(figures.AGES, choice, **settings), words)
    left, right = st.columns(2, gap="large")
    with left:
        publications = figures.show(figures.PUBLICATIONS, choice, **settings)
        for largest in publications.objects()[:1]:
            figure.draw(publications, words)
            counts.set_aside(largest, largest.publication, choice.source)
    with right:
        figure.draw(figures.show(figures.COMPOSITION, choice, unit=filters.UNITS[0]), words)
