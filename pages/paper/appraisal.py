"""What a reader makes of this case report, item by item, and where several readers differ."""

import streamlit as st

import queries
from appraisal import words
from data.source import Choice
from widgets import appraisal_draft, appraisal_files, appraisal_form


def page(choice: Choice) -> None:
    """Let a reader rate and comment each item, load what others saved, and see all raters side by side."""
    items = queries.run("appraisal/items", choice)
    st.markdown(
        "Appraise the case report yourself. The items are worded by us after three published instruments, and no rating is "
        "given here: each item only says where to look. Paragraphs count below a heading of the paper."
    )
    drawn = appraisal_form.draw_rater(items)
    for instrument, group in items.groupby("instrument", sort=False):
        st.header(instrument, anchor=False)
        st.markdown(
            f":small[{words.about(instrument, group['source'])}]"
        )  # a caption fades its links until nobody can read them
        for domain, questions in group.groupby("domain", sort=False):
            appraisal_form.draw_domain(domain, questions)

    st.header("Several raters", anchor=False)
    appraisals = appraisal_files.draw_files(items)
    appraisal_files.draw_comparison(items, appraisals)
    answers = appraisal_form.answers(items, drawn)
    appraisal_draft.keep(answers, appraisal_form.is_saved(answers))
