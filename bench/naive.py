"""The naive page: three figures over Table 1 as a tutorial would write them, all of it read and built in every run.

It is the second yardstick beside ``empty.py``: what the app's filter would cost without a thought for speed. It knows nothing
of ranges or verdicts; it takes the first number that each cell prints.
"""

from pathlib import Path

import altair as alt
import pandas as pd
import streamlit as st

CHOICES = {"all": "All", "pediatric": "Pediatric", "adult": "Adult"}

with st.sidebar:
    value = st.segmented_control(
        "Age group", list(CHOICES), default="all", required=True, format_func=CHOICES.__getitem__, key="age_group",
        bind="query-params", persist_state="session", width="stretch",
    )  # fmt: skip

rows = pd.read_csv(Path(__file__).parent.parent / "data" / "table_rows.csv")
for name in ["age", "dose", "therapy_length"]:
    rows[name] = rows[f"{name}_printed"].str.extract(r"(\d+)", expand=False).astype(float)
if value != "all":
    rows = rows[(rows["age"] < 18) == (value == "pediatric")]

st.title("Omalizumab in mastocytosis")
st.markdown(f"**{CHOICES[str(value)]}: {rows['patients'].sum()} patients in {len(rows)} table rows**")
st.header("Patients per publication")
st.altair_chart(
    alt.Chart(rows)
    .mark_bar()
    .encode(x="sum(patients)", y=alt.Y("publication_id").sort("-x"), color="section", tooltip=["study_printed", "patients"])
)
left, right = st.columns(2)
with left:
    st.header("Dose by age")
    st.altair_chart(
        alt.Chart(rows).mark_point().encode(x="age", y="dose", color="section", size="patients", tooltip=["study_printed"])
    )
with right:
    st.header("Therapy length by dose")
    st.altair_chart(
        alt.Chart(rows).mark_circle().encode(x="therapy_length", y="dose", color="section", tooltip=["study_printed"])
    )
