"""What a reader makes of this case report, item by item, and where several readers differ."""

import streamlit as st

import queries
from widgets import appraisal

items = queries.run("appraisal/items")
st.markdown(
    "Appraise the case report yourself. The items are worded by us after three published instruments, and no rating is given here: each "
    "item only says where to look. Paragraphs count below a heading of the paper."
)
appraisal.draw_rater(items)
for instrument, group in items.groupby("instrument", sort=False):
    st.header(instrument, anchor=False)
    st.markdown(f":small[{appraisal.about(group)}]")  # a caption fades its links until nobody can read them
    for domain, questions in group.groupby("domain", sort=False):
        appraisal.draw_domain(domain, questions)

st.header("Several raters", anchor=False)
raters = appraisal.draw_files(items)
appraisal.draw_comparison(items, raters)
