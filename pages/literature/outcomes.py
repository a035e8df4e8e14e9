"""What happened to the patients, as far as abstracts and openings of texts tell."""

import streamlit as st

import figures
import filters
import queries
from data.source import Choice
from widgets import figure, glossary, outcomes
from words import outcomes as words
from words import safe
from words.counts import sentence


def page(choice: Choice) -> None:
    """Draw the page under a choice."""
    glossary.markdown(
        "Read in abstracts and openings of texts, each on its own denominator, never pooled. Reviews share patients with "
        "Table 1 and are never added to it. Uncontrolled reports favour success, so improvement in them is no proof of "
        "benefit."
    )
    if gone := words.left_out(queries.objects("outcomes/groups", choice)):
        st.markdown(safe.markdown(gone))
    filter_words = sentence(choice)
    figure.draw(figures.show(figures.RESPONSES, choice), filter_words)
    left, right = st.columns(2, gap="large")
    with left:
        figure.draw(figures.show(figures.TRIAL, choice), filter_words)
    with right:
        figure.draw(figures.show(figures.RESOLUTION, choice), filter_words)
    harms = figures.show(figures.HARMS, choice)
    figure.draw(harms, filter_words)
    glossary.markdown(f"Not known: how often, above all in children.\n\n{words.without_share(harms.objects())}")
    with st.expander(f"All {harms.table.num_rows} safety findings, and what each does to the paper's claims"):
        glossary.markdown(words.listed(harms.objects()))
    st.header("What happened on stopping", anchor=False)
    glossary.markdown(words.listed(queries.objects("outcomes/stopping", choice)))
    figure.draw(figures.show(figures.GAPS, choice), filter_words)
    st.header("Publications without outcome facts", anchor=False)
    counts = queries.objects("literature/counts", choice)
    silent = words.silent(queries.objects("outcomes/silent", choice), counts, filters.counts_possible(choice))
    st.markdown(safe.markdown(silent))
    st.header("All findings", anchor=False)
    outcomes.draw(queries.ask("outcomes/findings", choice), filter_words, choice.source)
