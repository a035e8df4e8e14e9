"""Two groups of patients, side by side."""

import streamlit as st

import figures
import filters
import queries
from data.source import Choice
from widgets import comparison, control, figure
from words import comparison as words


def page(choice: Choice) -> None:
    """Draw the page under a choice."""
    left, right = comparison.choose(choice)
    pair, sentence = filters.sides(left, right), words.sentence(left, right)
    comparison.draw(left, right)
    st.markdown(f"{words.pediatric(choice)} This page uses the printed age.")

    # Without an interval there is nothing to choose, and the caption says why.
    drawn = words.has_interval(queries.objects("comparison/proportions", pair))
    method = control.draw(filters.METHOD, choice.source, disabled=not drawn)
    for one in [figures.PROPORTIONS, figures.TREATMENT, figures.PATIENTS]:
        figure.draw(figures.show(one, pair, method=method), sentence)
    st.markdown(words.no_test(choice))
