"""The stage of the journal-club talk: steps, the keys that move between them, notes, and the figure of a step."""

import streamlit as st

import filters
from charts import export
from data.source import Source
from present.talk import Step
from widgets import control, figure
from words import safe


def _move(keys: list[str], by: int) -> None:
    """Move to another step. For callbacks, before the widgets draw."""
    here = keys.index(st.session_state["step"]) if st.session_state.get("step") in keys else 0
    st.session_state["step"] = keys[min(max(here + by, 0), len(keys) - 1)]


def choose(source: Source) -> list[str]:
    """Draw the choice of steps and give their keys in the chosen order."""
    with st.popover("Steps", icon=":material/format_list_numbered:"):
        chosen: list[str] = control.draw(filters.CHOSEN_STEPS, source)
        st.button("The usual ten", key="usual", on_click=_usual)
    return chosen or filters.USUAL_STEPS


def _usual() -> None:
    control.set_value("steps", list(filters.USUAL_STEPS))


def move(keys: list[str]) -> str:
    """Draw where the talk is and the ways to move, by button and by key; give the key of the current step."""
    if st.session_state.get("step", keys[0]) not in keys:
        st.session_state["step"] = keys[0]
    # Drawn here, because its options are the chosen steps.
    here: str | None = st.selectbox(
        filters.STEP.label, keys, format_func=filters.STEPS.__getitem__, key=filters.STEP.key, label_visibility="collapsed",
        width=200, bind="query-params", persist_state="session",
    )  # fmt: skip
    here = here or keys[0]
    place = keys.index(here)
    first, last = place == 0, place == len(keys) - 1
    st.button("Back", key="back", shortcut="Left", disabled=first, on_click=_move, args=(keys, -1))
    st.button("Next", key="next", shortcut="Right", disabled=last, on_click=_move, args=(keys, 1))
    with st.container(key="clicker", width="content"):
        st.button("Back by Page Up", key="page-up", shortcut="PageUp", disabled=first, on_click=_move, args=(keys, -1))
        st.button("Next by Page Down", key="page-down", shortcut="PageDown", disabled=last, on_click=_move, args=(keys, 1))
    st.progress((place + 1) / len(keys), text=f"{place + 1} of {len(keys)}", width=90)
    return here


def draw(step: Step) -> None:
    """Draw one step: its message, its figure or table, and how to read it."""
    st.title(safe.markdown(step.title), anchor=False)
    with st.container(key="stage"):
        if exhibit := step.exhibit:
            figure.note_exhibit(exhibit, step.title)
            drawn = export.staged(exhibit.height(), exhibit.figure.chart, *exhibit.options())
            st.vega_lite_chart(exhibit.table, drawn, key=f"talk-{step.key}", height="stretch")
        if step.table is not None:
            st.table(step.table.map(safe.markdown), hide_index=True, border="horizontal")
    st.markdown(safe.markdown(step.caption))


def notes(step: Step) -> None:
    """Draw the speaker's notes of a step, with the prompts for discussion apart."""
    with st.container(border=True):
        for line in step.notes.splitlines():
            text = safe.markdown(line.removeprefix("Ask: "))
            st.markdown(f":material/forum: **{text}**" if line.startswith("Ask: ") else text)
