"""The appraisal panel: one rater's answers in this session, other raters' files, and both side by side.

Everything lives in the session state under the keys below; nothing is written to disk or shared between sessions.
"""

import re
from collections.abc import Callable
from datetime import UTC, datetime
from functools import partial
from threading import Event
from typing import Any

import pandas as pd
import streamlit as st

import data
from data.appraisal import (
    LARGEST_BYTES,
    LONGEST_COMMENT,
    LONGEST_RATER,
    TIME,
    Appraisal,
    AppraisalError,
    compare,
    read,
    tidy,
    write,
)

RATER, LOADED, REFUSED, BEFORE, SAVED, LATEST, INBOX = (
    f"appraisal-{name}" for name in ["rater", "loaded", "refused", "before", "saved", "latest", "inbox"]
)
ABOUT = {
    "CARE": "What a case report should tell, after the CARE checklist (CAse REport guidelines; {source}).",
    "Murad 2018": "How far this case can be trusted, after the quality domains of {source}. “Cannot tell” is our addition.",
    "GRADE": "What would lower or raise certainty in the whole evidence (Grading of Recommendations Assessment, Development and "
    "Evaluation; {source}). For comments only; nothing is computed.",
}
# Every key of the form with its value, questions that are folded away included.
Form = dict[str, Any]
# What is on screen, for the download, which runs outside the page; and whether its click has reached the page.
Latest = dict[str, Any]


def about(group: pd.DataFrame) -> str:
    """Give what one instrument is for, and its sources, as Markdown.

    Args:
        group: the items of one instrument.
    """
    sources = dict.fromkeys(source for row in group["source"] for source in row.split("; "))
    linked = [re.sub(r"doi (\S+)$", r"[doi \1](https://doi.org/\1)", source) for source in sources]
    return ABOUT[group["instrument"].iloc[0]].format(source="; ".join(linked))


def answers(items: pd.DataFrame) -> dict[str, list[str]]:
    """Give the answers that each item offers, none where it takes only a comment."""
    return {row.item_id: list(row.options) for row in items.itertuples()}


def _keys(items: pd.DataFrame) -> Form:
    """Give every key of the form with the value that means empty."""
    ids = items["item_id"]
    return {RATER: "", **{f"rating-{item}": None for item in ids}, **{f"comment-{item}": "" for item in ids}}


def _form(items: pd.DataFrame) -> Form:
    return {key: st.session_state.get(key) or empty for key, empty in _keys(items).items()}


def _now() -> str:
    return datetime.now(UTC).strftime(TIME)


def on_screen(items: pd.DataFrame) -> Appraisal:
    """Give what is rated and commented on screen, as it would be saved now."""
    form, offered = _form(items), answers(items)
    ratings = {item: form[f"rating-{item}"] for item, options in offered.items() if form[f"rating-{item}"] in options}
    comments = {item: text for item in offered if (text := tidy(form[f"comment-{item}"]))}
    return Appraisal(" ".join(tidy(form[RATER]).split()), _now(), data.version(), ratings, comments)


def _replace(items: pd.DataFrame, form: Form) -> None:
    """Put a whole form on screen and keep what was there, so that nothing is lost."""
    st.session_state[BEFORE] = _form(items)
    for key, empty in _keys(items).items():
        st.session_state[key] = form.get(key, empty)


def _continue(items: pd.DataFrame, loaded: Appraisal) -> None:
    ratings = {f"rating-{item}": rating for item, rating in loaded.ratings.items()}
    _replace(items, {RATER: loaded.rater, **ratings, **{f"comment-{item}": text for item, text in loaded.comments.items()}})


def _content(appraisal: Appraisal) -> tuple[Any, ...]:
    return appraisal.rater, appraisal.ratings, appraisal.comments


def draw_rater(items: pd.DataFrame) -> None:
    """Draw the rater's name, the progress, and the buttons that save, clear and undo."""
    st.text_input("Your name", key=RATER, max_chars=LONGEST_RATER, persist_state="session", width=320)
    mine = on_screen(items)
    rateable = int((items["options"].str.len() > 0).sum())
    st.progress(len(mine.ratings) / rateable, f"{len(mine.ratings)} of {rateable} items rated, {len(mine.comments)} commented")
    told = bool(mine.ratings or mine.comments)
    latest: Latest = st.session_state.setdefault(LATEST, {"clicked": Event()})
    latest["told"] = mine
    with st.container(horizontal=True, gap="small"):
        st.download_button(
            "Download as JSON", partial(_file, latest), f"appraisal-{_file_name(mine.rater)}.json", "application/json",
            key="appraisal-download", icon=":material/download:", disabled=not (told and mine.rater), on_click=_save, args=(items, latest),
        )  # fmt: skip
        st.button(
            "Clear all", key="appraisal-clear", icon=":material/delete:", on_click=_replace, args=(items, {}), disabled=not told
        )
        if before := st.session_state.get(BEFORE):
            st.button("Undo", key="appraisal-undo", icon=":material/undo:", on_click=_replace, args=(items, before))
    st.caption(_saved_or_not(mine, told))


def _saved_or_not(mine: Appraisal, told: bool) -> str:
    if told and st.session_state.get(SAVED) == _content(mine):
        return ":material/check: All answers are in the file downloaded last."
    name = "" if mine.rater else "Write your name to download. "
    keep = f"{name}Answers live only in this browser session: reloading or closing the page loses them."
    return f":material/warning: **Not saved.** {keep}" if told else keep


def _save(items: pd.DataFrame, latest: Latest) -> None:
    latest["told"] = told = on_screen(items)
    st.session_state[SAVED] = _content(told)
    latest["clicked"].set()


def _file(latest: Latest) -> bytes:
    # A comment being written when the button is clicked arrives with the click, perhaps after the file is asked for.
    latest["clicked"].wait(timeout=3)
    latest["clicked"].clear()
    return write(latest["told"]._replace(saved_utc=_now()))


def _file_name(rater: str) -> str:
    return re.sub(r"[^a-z0-9]+", "-", rater.lower()).strip("-") or "rater"


def draw_domain(domain: str, questions: pd.DataFrame) -> None:
    """Draw the items of one domain, folded, with how many of them are answered."""
    form = _form(questions)
    offered = [row for row in questions.itertuples() if len(row.options)]
    if offered:
        told = f"{sum(form[f'rating-{row.item_id}'] is not None for row in offered)} of {len(offered)} rated"
    else:
        told = f"{sum(bool(form[f'comment-{item}']) for item in questions['item_id'])} of {len(questions)} commented"
    # One that the server opened would close with every rating, because the label counts along.
    with st.expander(f"{domain} · {told}", key=f"domain-{questions['item_id'].iloc[0]}"):
        for row in questions.itertuples():
            with st.container(border=True):
                st.markdown(f"**{f'{row.number} · ' if row.number else ''}{row.name}.** {row.item}")
                st.caption(f"Where to look: {row.prompt}")
                if len(row.options):
                    st.segmented_control(
                        f"Rating: {row.name}", list(row.options), key=f"rating-{row.item_id}", persist_state="session",
                        label_visibility="collapsed",
                    )  # fmt: skip
                st.text_area(
                    f"Comment: {row.name}", key=f"comment-{row.item_id}", max_chars=LONGEST_COMMENT, persist_state="session",
                    height=68, placeholder="Comment", label_visibility="collapsed",
                )  # fmt: skip


def _take(inbox: str, items: pd.DataFrame) -> None:
    """Read what was dropped into the box, keep the good files beside those already loaded, and empty the box."""
    loaded, refused = dict(st.session_state.get(LOADED, {})), []
    for file in st.session_state[inbox] or []:
        try:
            told = read(file.name, file.getvalue(), answers(items))
        except AppraisalError as error:
            refused.append(str(error))
        else:
            loaded[told.rater, told.saved_utc] = told
    st.session_state[LOADED], st.session_state[REFUSED] = loaded, refused
    st.session_state[INBOX] = st.session_state.get(INBOX, 0) + 1


def _remove(key: tuple[str, str]) -> None:
    st.session_state[LOADED] = {other: told for other, told in st.session_state[LOADED].items() if other != key}


def draw_files(items: pd.DataFrame) -> list[Appraisal]:
    """Draw the box for files, what was refused and what is loaded; give all appraisals to compare, the one on screen last."""
    inbox = f"{INBOX}-{st.session_state.get(INBOX, 0)}"
    st.file_uploader(
        "Load appraisals (JSON files downloaded here, one for each rater)", "json", accept_multiple_files=True, key=inbox,
        on_change=_take, args=(inbox, items), max_upload_size=LARGEST_BYTES // 1_000_000,
    )  # fmt: skip
    if refused := st.session_state.get(REFUSED):
        st.error(f"{_counted(len(refused), 'file')} refused; everything else stays as it was.", icon=":material/block:")
        # As code, so that nothing a file holds is read as Markdown.
        st.code("\n".join(refused), language=None, wrap_lines=True)
    loaded: dict[tuple[str, str], Appraisal] = st.session_state.get(LOADED, {})
    if loaded:
        _draw_loaded(items, loaded)
    mine = on_screen(items)
    others = list(loaded.values())
    new = bool(mine.ratings or mine.comments) and _content(mine) not in [_content(other) for other in others]
    if (
        others
        and new
        and st.toggle("Compare with my answers on screen, too", value=True, key="appraisal-own", persist_state="session")
    ):
        return [*others, mine._replace(rater=f"{mine.rater or 'no name'}, on screen")]
    return others


def _draw_loaded(items: pd.DataFrame, loaded: dict[tuple[str, str], Appraisal]) -> None:
    with st.container(horizontal=True, vertical_alignment="bottom", gap="small"):
        chosen = st.selectbox("Loaded file", list(loaded), format_func=" · ".join, key="appraisal-chosen", width=360)
        buttons: list[tuple[str, str, Callable[..., None], tuple[Any, ...]]] = [
            ("Continue from this file", "edit", _continue, (items, loaded[chosen])),
            ("Put it away", "close", _remove, (chosen,)),
        ]
        for label, icon, action, args in buttons:
            st.button(label, key=f"appraisal-{icon}", icon=f":material/{icon}:", on_click=action, args=args)
    older = [told.rater for told in loaded.values() if told.data_version != data.version()]
    if older:
        st.caption(
            f"{len(older)} of the loaded files were saved with another data version; the items may have been worded otherwise."
        )


def draw_comparison(items: pd.DataFrame, raters: list[Appraisal]) -> None:
    """Draw several appraisals side by side: where they differ, in words, and all comments."""
    if len(raters) < 2:
        st.info("Load two files, or load one and rate, to see raters side by side.", icon=":material/group:")
        return
    verdicts = dict(compare(raters, answers(items)))
    st.markdown(f"**{summary(verdicts, len(raters))}**")
    only = st.toggle("Only items where they differ", key="appraisal-differences", persist_state="session")
    labels = [f"{number} · {told.rater}" for number, told in enumerate(raters, start=1)]
    shown = [
        row
        for row in items.itertuples()
        if row.item_id in verdicts and (not only or verdicts[row.item_id].startswith("differ"))
    ]
    table = pd.DataFrame(
        [[_named(row), verdicts[row.item_id], *(told.ratings.get(row.item_id, "") for told in raters)] for row in shown],
        columns=["Item", "Compared", *labels],
    )
    if table.empty:
        st.caption("No item is rated differently.")
    else:
        st.dataframe(
            table, hide_index=True, height=420 if len(table) > 10 else "content", alt="Ratings of all raters, item by item"
        )
    if not any(told.comments for told in raters):
        return
    with st.expander(f"All comments ({sum(len(told.comments) for told in raters)})"):
        for row in items.itertuples():
            given = [
                (label, told.comments[row.item_id])
                for label, told in zip(labels, raters, strict=True)
                if row.item_id in told.comments
            ]
            if given:
                st.caption(f"{_named(row)}")
            for label, comment in given:
                # Plain text: nothing in a file becomes a link, a picture or formatting.
                st.text(f"{label}: {comment}")


def _named(row: Any) -> str:
    return f"{row.instrument.split()[0]} {row.number} · {row.name}".replace("  ", " ")


def summary(verdicts: dict[str, str], raters: int) -> str:
    """Give how far several raters agree, in one sentence.

    Args:
        verdicts: what :func:`data.appraisal.compare` gives.
    """
    agree, differ = (sum(told == word for told in verdicts.values()) for word in ["agree", "differ"])
    if not agree + differ:
        return f"{raters} raters have rated no item in common."
    rest = len(verdicts) - agree - differ
    left = f"; {rest} more not rated by all" if rest else ""
    return f"{raters} raters agree on {agree} of {_counted(agree + differ, 'item')} that all of them rated{left}."


def _counted(number: int, noun: str) -> str:
    return f"{number} {noun}{'' if number == 1 else 's'}"
