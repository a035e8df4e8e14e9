"""What pharmacokinetics can and cannot say about the interval between injections."""

import streamlit as st

import simulated
from data.source import Choice
from figures import show
from widgets import figure, interval


def page(choice: Choice) -> None:
    """Draw the page; the filters of the literature do not apply to it."""
    st.header("What this page cannot say", anchor=False)
    st.markdown(simulated.limits(choice))

    st.header("A course by two models", anchor=False)
    values = interval.settings(choice.source)
    interval.courses(choice, values)

    st.header("The level before each injection, by interval", anchor=False)
    for column, one in zip(st.columns(2, gap="large"), simulated.TROUGHS, strict=True):
        with column:
            figure.draw(show(one, choice, **values), small=True)

    st.header("What is printed of the child, over the models", anchor=False)
    for column, one in zip(st.columns(2, gap="large"), [simulated.CHILD, simulated.AFTER], strict=True):
        with column:
            figure.draw(show(one, choice), small=True)

    st.header("What an interval takes a year", anchor=False)
    interval.year(choice.source, values["injected"])

    st.header("Parameters", anchor=False)
    st.markdown(
        "Each number with how it is known. *Read*: at the place named. *Read second-hand*: in a transcription by others, and "
        "not checked at its source. *Inferred* and *our assumption*: ours."
    )
    interval.known(choice)
