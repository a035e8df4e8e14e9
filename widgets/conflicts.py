"""The places where the paper tells two stories."""

from typing import Any

import streamlit as st

import queries
from data.source import Choice


def draw(choice: Choice) -> None:
    """Draw each conflict as one line that opens to both readings with their places in the paper."""
    st.header("Where the paper tells two stories", anchor=False)
    for conflict in queries.objects("case/conflicts", choice):
        with st.expander(conflict.topic):
            _readings(conflict)


def told(conflict: Any) -> None:
    """Draw one conflict, a row of ``case/conflicts``, as it stands beside the timeline."""
    st.markdown(f"**Two stories: {conflict.topic[0].lower()}{conflict.topic[1:]}**")
    _readings(conflict)


def _readings(conflict: Any) -> None:
    st.markdown(
        f"{conflict.explanation}\n\n"
        f"- {conflict.one_reading} *({conflict.one_source})*\n"
        f"- {conflict.other_reading} *({conflict.other_source})*"
    )
