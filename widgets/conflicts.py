"""The places where the paper tells two stories."""

import streamlit as st

import queries
from data.source import Choice


def draw(choice: Choice) -> None:
    """Draw each conflict as one line that opens to both readings with their places in the paper."""
    st.header("Where the paper tells two stories", anchor=False)
    for conflict in queries.run("case/conflicts", choice).itertuples():
        with st.expander(conflict.topic):
            st.markdown(
                f"{conflict.explanation}\n\n"
                f"- {conflict.one_reading} *({conflict.one_source})*\n"
                f"- {conflict.other_reading} *({conflict.other_source})*"
            )
