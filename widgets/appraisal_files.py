"""The files of several raters, read and kept in this browser session alone, and all raters side by side."""

import pandas as pd
import streamlit as st

from appraisal import NAMELESS, Appraisal, compare, file, is_empty, same_content, words
from widgets import appraisal_draft
from widgets.appraisal_form import offered, on_screen, show
from words import safe

# Session state. What was read, by rater and time of saving.
LOADED = "appraisal-loaded"
# Why the files dropped last were refused.
REFUSED = "appraisal-refused"
# How many files may be loaded; more raters than that are no longer read side by side.
MOST = 20
# How often the box for files was emptied: under another key it is a new one.
EMPTIED = "appraisal-emptied"

Loaded = dict[tuple[str, str], Appraisal]


def draw_files(items: pd.DataFrame) -> list[Appraisal]:
    """Draw the box for files, what was refused and what is loaded; give all appraisals to compare, the one on screen last."""
    _draw_box(items)
    loaded: Loaded = st.session_state.get(LOADED, {})
    if not loaded:
        return []
    appraisal, others = on_screen(items), list(loaded.values())
    _draw_loaded(items, loaded, appraisal.data_version)
    if is_empty(appraisal) or any(same_content(appraisal, other) for other in others):
        return others
    if st.toggle("Compare with my answers on screen, too", value=True, key="appraisal-own", persist_state="session"):
        return [*others, appraisal._replace(rater=f"{appraisal.rater or NAMELESS}, on screen")]
    return others


def _draw_box(items: pd.DataFrame) -> None:
    key = f"appraisal-box-{st.session_state.get(EMPTIED, 0)}"
    st.file_uploader(
        f"Load appraisals (JSON files downloaded here, one for each rater, at most {MOST})", "json", key=key,
        accept_multiple_files=True, on_change=_take, args=(key, items), max_upload_size=file.LARGEST_BYTES // 1_000_000,
    )  # fmt: skip
    if refused := st.session_state.get(REFUSED):
        st.error(words.refused(len(refused)), icon=":material/block:")
        # As code, so that nothing a file holds is read as Markdown.
        st.code("\n".join(safe.line(text, 300) for text in refused[:MOST]), language=None, wrap_lines=True)


def _take(box: str, items: pd.DataFrame) -> None:
    """Read what was dropped into the box, keep the good files beside those already loaded, and empty the box."""
    loaded, refused = dict(st.session_state.get(LOADED, {})), []
    for dropped in st.session_state[box] or []:
        try:
            appraisal = file.read(dropped.name, dropped.getvalue(), offered(items))
        except file.AppraisalError as error:
            refused.append(str(error))
            continue
        if appraisal_draft.comes_back(dropped.name):
            show(items, appraisal._replace(rater="") if appraisal.rater == NAMELESS else appraisal)
            st.toast(words.BACK, icon=":material/history:")
        else:
            key = appraisal.rater, appraisal.saved_utc
            if len(loaded) < MOST or key in loaded:
                loaded[key] = appraisal
            else:
                refused.append(f"{dropped.name}: {MOST} files are loaded already; put one away first.")
    st.session_state[LOADED] = loaded
    st.session_state[REFUSED] = refused
    st.session_state[EMPTIED] = st.session_state.get(EMPTIED, 0) + 1


def _draw_loaded(items: pd.DataFrame, loaded: Loaded, data_version: str) -> None:
    with st.container(horizontal=True, vertical_alignment="bottom", gap="small"):
        chosen = st.selectbox("Loaded file", list(loaded), format_func=" · ".join, key="appraisal-chosen", width=360)
        st.button(
            "Continue from this file", key="appraisal-edit", icon=":material/edit:", on_click=show, args=(items, loaded[chosen])
        )
        st.button("Put it away", key="appraisal-close", icon=":material/close:", on_click=_put_away, args=(chosen,))
    if other := sum(appraisal.data_version != data_version for appraisal in loaded.values()):
        st.caption(words.other_version(other))


def _put_away(chosen: tuple[str, str]) -> None:
    st.session_state[LOADED] = {key: appraisal for key, appraisal in st.session_state[LOADED].items() if key != chosen}


def draw_comparison(items: pd.DataFrame, appraisals: list[Appraisal]) -> None:
    """Draw several appraisals side by side: where they differ, in words, and all comments."""
    if len(appraisals) < 2:
        st.info("Load two files, or load one and rate, to see raters side by side.", icon=":material/group:")
        return
    compared = compare(appraisals, offered(items))
    st.markdown(f"**{words.summary(compared, len(appraisals))}**")
    only_differing = st.toggle("Only items where they differ", key="appraisal-differences", persist_state="session")
    labels = {row.item_id: words.label(row.instrument, row.number, row.name) for row in items.itertuples()}
    raters = [f"{number} · {appraisal.rater}" for number, appraisal in enumerate(appraisals, start=1)]
    table = pd.DataFrame(
        [
            [labels[item], words.comparison(comparison), *(appraisal.ratings.get(item, "") for appraisal in appraisals)]
            for item, comparison in compared.items()
            if comparison.differ or not only_differing
        ],
        columns=["Item", "Compared", *raters],
    )
    if table.empty:
        st.caption("No item is rated differently.")
    else:
        st.dataframe(
            table, hide_index=True, height=420 if len(table) > 10 else "content", alt="Ratings of all raters, item by item"
        )
    if number := sum(len(appraisal.comments) for appraisal in appraisals):
        with st.expander(f"All comments ({number})"):
            _draw_comments(labels, dict(zip(raters, appraisals, strict=True)))


def _draw_comments(labels: dict[str, str], appraisals: dict[str, Appraisal]) -> None:
    for item, label in labels.items():
        comments = {rater: appraisal.comments[item] for rater, appraisal in appraisals.items() if item in appraisal.comments}
        if comments:
            st.caption(label)
        for rater, comment in comments.items():
            # Plain text: nothing in a file becomes a link, a picture or formatting.
            st.text(f"{rater}: {comment}")
