"""The empty page: one filter of the app, drawn as ``filters.py`` draws it, and its value in bold. Nothing else.

It imports nothing of the app, so that what the app imports counts as the app's.
"""

import streamlit as st

CHOICES = {"all": "All", "pediatric": "Pediatric", "adult": "Adult"}

with st.sidebar:
    value = st.segmented_control(
        "Age group", list(CHOICES), default="all", required=True, format_func=CHOICES.__getitem__, key="age_group",
        bind="query-params", persist_state="session", width="stretch",
    )  # fmt: skip
st.markdown(f"**{value}**")
