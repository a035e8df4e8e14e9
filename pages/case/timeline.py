"""The child's course, as far as the paper tells it."""

import streamlit as st

import figures
import filters
from data.source import Choice
from widgets import conflicts, control, figure
from words.case import marks


def page(choice: Choice) -> None:
    """Draw the page; the filters of the literature do not apply to it."""
    with st.container(horizontal=True, vertical_alignment="bottom"):
        axis = control.draw(filters.AXIS, choice.source)
        view = control.draw(filters.VIEW, choice.source)
        lanes = control.draw(filters.LANE, choice.source)
    course = figures.show(figures.TIMELINE, choice, **figures.timeline_settings(axis, view, lanes or filters.LANES))
    picked = [item["id"] for item in figure.draw(course, select="event")]
    events = marks(course.rows())
    for event in events[events["id"].isin(picked)].itertuples():
        st.info(f"**{event.label}** · {event.detail} *{event.precision}* · {event.how}  \nWhere in the paper: {event.source}")

    figure.draw(figures.show(figures.SCORE, choice))
    for column, biomarker in zip(st.columns(3, gap="large"), figures.BIOMARKERS, strict=True):
        with column:
            figure.draw(figures.show(biomarker, choice))
    conflicts.draw(choice)
