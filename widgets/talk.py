"""The stage of the journal-club talk: steps, the ways to move between them, notes, and what a step shows."""

from datetime import date

import streamlit as st

import filters
from charts import large
from data.source import Choice, Source
from figures import Exhibit
from present.talk import Step
from widgets import control, figure
from words import counts, references, safe


def _move(keys: list[str], by: int) -> None:
    """Move to another step. For callbacks, before the widgets draw."""
    here = keys.index(st.session_state["step"]) if st.session_state.get("step") in keys else 0
    st.session_state["step"] = keys[min(max(here + by, 0), len(keys) - 1)]


def choose(source: Source) -> list[str]:
    """Draw the choice of steps and give their keys in the chosen order."""
    with st.popover("Steps", icon=":material/format_list_numbered:"):
        chosen: list[str] = control.draw(filters.CHOSEN_STEPS, source)
        st.button("The usual steps", key="usual", on_click=_usual)
    return chosen or filters.USUAL_STEPS


def _usual() -> None:
    control.set_value("steps", list(filters.USUAL_STEPS))


def move(keys: list[str]) -> str:
    """Draw where the talk is and the ways to move, by button and by key; give the key of the current step.

    What a clicker sends, ``frame/projector.html`` turns into clicks of these buttons.
    """
    if st.session_state.get("step", keys[0]) not in keys:
        st.session_state["step"] = keys[0]
    # Drawn here, because its options are the chosen steps.
    here: str | None = st.selectbox(
        filters.STEP.label, keys, format_func=filters.STEPS.__getitem__, key=filters.STEP.key, label_visibility="collapsed",
        width=200, bind="query-params", persist_state="session",
    )  # fmt: skip
    here = here or keys[0]
    place, end = keys.index(here), len(keys) - 1
    st.button("Back", key="back", shortcut="Left", disabled=place == 0, on_click=_move, args=(keys, -1))
    st.button("Next", key="next", shortcut="Right", disabled=place == end, on_click=_move, args=(keys, 1))
    with st.container(key="clicker", width="content"):
        st.button("First step", key="first", shortcut="Home", disabled=place == 0, on_click=_move, args=(keys, -len(keys)))
        st.button("Last step", key="last", shortcut="End", disabled=place == end, on_click=_move, args=(keys, len(keys)))
    st.progress((place + 1) / len(keys), text=f"{place + 1} of {len(keys)}", width=90)
    return here


def draw(step: Step, choice: Choice) -> None:
    """Draw one step: its message, its figures, table or lines, how to read it, and the filters where some are set."""
    st.title(safe.markdown(step.title), anchor=False)
    with st.container(key="stage"):
        if len(step.exhibits) == 1:
            _draw_figure(step.title, step.exhibits[0])
        elif step.exhibits:
            for place, exhibit in zip(st.columns(len(step.exhibits)), step.exhibits, strict=True):
                with place:
                    st.markdown(f"**{safe.markdown(exhibit.title)}**")
                    _draw_figure(exhibit.title, exhibit)
        if step.table is not None:
            st.table(step.table.map(safe.markdown), hide_index=True, border="horizontal")
        if step.lines:
            made = f"{references.day(date.today())} · data version {choice.source.version}"
            with st.container(key="opening"):
                st.markdown("\n\n".join(safe.markdown(line) for line in [*step.lines, made]))
    if step.caption:
        st.markdown(safe.markdown(step.caption))
    if step.filtered and filters.active(choice):
        st.markdown(f"**{safe.markdown(counts.sentence(choice))}**")


def _draw_figure(title: str, exhibit: Exhibit) -> None:
    figure.note_exhibit(exhibit, title)
    drawn = large.staged(exhibit.height(), exhibit.figure.chart, *exhibit.options())
    st.vega_lite_chart(exhibit.table, drawn, key=f"talk-{exhibit.key()}", height="stretch")


def notes(step: Step) -> None:
    """Draw the speaker's notes of a step, the prompts for discussion first."""
    with st.container(border=True, key="notes-of-step"):
        lines = sorted(step.notes.splitlines(), key=lambda line: not line.startswith("Ask: "))
        for line in lines:
            text = safe.markdown(line.removeprefix("Ask: "))
            st.markdown(f":material/forum: **{text}**" if line.startswith("Ask: ") else text)


def clock() -> None:
    """Draw the place of the presenter's clock, which ``frame/projector.html`` fills: the time of day, and since the start."""
    st.html('<div class="mastoscope-clock" role="timer" aria-label="Clock of the talk"></div>')
