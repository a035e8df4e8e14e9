"""What this is and for whom: the question, three findings, the ways in, and what certain and possible mean."""

import streamlit as st

import figures
from data.source import Choice
from widgets import figure, ways
from words import overview as words


def page(choice: Choice) -> None:
    """Draw the page; the filters of the literature do not apply to it."""
    st.markdown(words.about(choice.source))
    st.header(words.ASKED, anchor=False)
    findings = [(figures.COURSE, choice), (figures.PATIENTS_FOUND, words.like_the_child(choice)), (figures.SHARES, choice)]
    for column, (finding, asked) in zip(st.columns(3, gap="medium"), findings, strict=True):
        with column:
            figure.draw(figures.show(finding, asked, **figures.first_settings(finding)), small=True)
            if asked is not choice:
                ways.draw("cohort", "Who they are, under these filters", "groups", asked)

    left, right = st.columns(2, gap="medium")
    with left:
        st.subheader("Where to begin", anchor=False)
        ways.draw("child", "The child: what happened when, and how sure that is", "timeline")
        ways.draw("cohort", "The literature: who the patients are, under any filter", "groups")
        ways.draw("present", "Journal club: present it, with slides and a handout", "slideshow")
    with right:
        figure.draw(figures.show(figures.VERDICTS, choice), small=True)
    st.caption(words.imprint(choice.source))
