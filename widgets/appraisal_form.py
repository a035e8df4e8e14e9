"""The form of an appraisal: one rater's name, ratings and comments, which live in this session and the reader's tab alone."""

from typing import Any

import pandas as pd
import streamlit as st

import queries
from appraisal import Appraisal, Items, file, is_empty, same_content, tidy, tidy_name, words
from widgets import appraisal_download

# Session state, beside "rating-<item>" and "comment-<item>" for each item.
RATER = "appraisal-rater"
# What stood on screen before it was last cleared, undone or replaced by a file.
BEFORE = "appraisal-before"
# What the file downloaded last holds.
SAVED = "appraisal-saved"

EMPTY = Appraisal("", "", "", {}, {})


def offered(items: pd.DataFrame) -> Items:
    """Give the answers that each item offers, none where it takes only a comment."""
    return {row.item_id: list(row.options) for row in items.itertuples()}


def on_screen(items: pd.DataFrame) -> Appraisal:
    """Give what is rated and commented on screen, questions that are folded away included, as it would be saved now."""
    ratings: dict[str, str] = {}
    comments: dict[str, str] = {}
    for item, answers in offered(items).items():
        if (rating := st.session_state.get(f"rating-{item}", "")) in answers:
            ratings[item] = rating
        if comment := tidy(st.session_state.get(f"comment-{item}") or ""):
            comments[item] = comment
    return Appraisal(tidy_name(st.session_state.get(RATER) or ""), file.now(), queries.built_in().version, ratings, comments)


def show(items: pd.DataFrame, appraisal: Appraisal) -> None:
    """Put an appraisal on screen and keep what was there, so that nothing is lost; call it before the form is drawn."""
    st.session_state[BEFORE] = on_screen(items)
    st.session_state[RATER] = appraisal.rater
    for item in items["item_id"]:
        st.session_state[f"rating-{item}"] = appraisal.ratings.get(item)
        st.session_state[f"comment-{item}"] = appraisal.comments.get(item, "")


def draw_rater(items: pd.DataFrame) -> Appraisal:
    """Draw the rater's name, the progress, and the buttons that save, clear and undo; give what they were drawn for."""
    st.text_input("Your name", key=RATER, max_chars=file.LONGEST_RATER, persist_state="session", width=320)
    appraisal, rateable = on_screen(items), _rateable(items)
    st.progress(len(appraisal.ratings) / rateable, words.progress(appraisal, rateable))
    empty = is_empty(appraisal)
    with st.container(horizontal=True, gap="small"):
        download = st.button(
            "Download as JSON", key="appraisal-download", icon=":material/download:", disabled=empty or not appraisal.rater
        )
        st.button(
            "Clear all", key="appraisal-clear", icon=":material/delete:", on_click=show, args=(items, EMPTY), disabled=empty
        )
        if before := st.session_state.get(BEFORE):
            st.button("Undo", key="appraisal-undo", icon=":material/undo:", on_click=show, args=(items, before))
        if download:
            appraisal_download.hand_over(words.file_name(appraisal.rater), file.write(appraisal))
            st.session_state[SAVED] = appraisal
    st.caption(words.saved_or_not(appraisal, is_saved(appraisal)))
    return appraisal


def answers(items: pd.DataFrame, drawn: Appraisal) -> Appraisal:
    """Give what is on screen once the whole form is drawn; draw it again where its top did not know of that yet.

    A browser that comes back to another server sends its answers along, but a new session learns whose they are as it draws.
    """
    appraisal = on_screen(items)
    if not same_content(appraisal, drawn):
        st.rerun()
    return appraisal


def is_saved(appraisal: Appraisal) -> bool:
    """Give whether the file downloaded last holds what is on screen."""
    return same_content(appraisal, st.session_state.get(SAVED, EMPTY))


def _rateable(items: pd.DataFrame) -> int:
    return sum(bool(answers) for answers in offered(items).values())


def draw_domain(domain: str, items: pd.DataFrame) -> None:
    """Draw the items of one domain, folded, with how many of them are answered."""
    label = words.domain(domain, on_screen(items), _rateable(items), len(items))
    # One that the server opened would close with every rating, because the label counts along.
    with st.expander(label, key=f"domain-{items['item_id'].iloc[0]}"):
        for row in items.itertuples():
            with st.container(border=True):
                _draw_item(row)


def _draw_item(row: Any) -> None:
    st.markdown(f"**{f'{row.number} · ' if row.number else ''}{row.name}.** {row.item}")
    st.caption(f"Where to look: {row.prompt}")
    if len(row.options):
        st.segmented_control(
            f"Rating: {row.name}", list(row.options), key=f"rating-{row.item_id}", persist_state="session",
            label_visibility="collapsed",
        )  # fmt: skip
    st.text_area(
        f"Comment: {row.name}", key=f"comment-{row.item_id}", max_chars=file.LONGEST_COMMENT, persist_state="session",
        height=68, placeholder="Comment", label_visibility="collapsed",
    )  # fmt: skip
