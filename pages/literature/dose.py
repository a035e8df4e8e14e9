"""What dose was given, and for how long."""

import streamlit as st

import filters
import queries
from charts import literature
from widgets import control, figure, words

chosen = filters.chosen()
sentence = filters.sentence(chosen)
with st.container(horizontal=True):
    child = control.switch("Lay the child over", "child")
    excluded = control.switch("Show what is excluded, faintly", "excluded", value=True)
values = {**chosen, "child": child, "excluded": excluded}

rows = queries.run("literature/dose", **values)
counted = rows[rows["verdict"].isin(["certain", "possible"])]
figure.draw(
    "literature/dose", values, literature.dose,
    title=words.dose(counted),
    caption="A point where dose and length are exact, a bar where the length is a range, a box where both are. "
    "Circles are systemic, squares cutaneous. Marks of one dose are moved apart so that none hides another. " + words.KEY,
    sentence=sentence,
)  # fmt: skip

lengths = queries.run("literature/therapy", **values)
counted = lengths[lengths["verdict"].isin(["certain", "possible"])]
figure.draw(
    "literature/therapy", values, literature.therapy,
    title=words.therapy(counted),
    caption="A bar from zero is a printed length (× patients who share it), a floating bar a printed range. "
    "An arrow means still treated. " + words.KEY,
    sentence=sentence,
)  # fmt: skip
