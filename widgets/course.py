"""The child's course beside the detail of what is chosen in it, by pointer or by keyboard; the link holds what is chosen."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import streamlit as st

import filters
import queries
from data.source import Choice
from widgets import conflicts, control

# Beside the figure the detail stays in view while the page moves; on a phone it lies at the bottom of the screen.
STYLE = """<style>
  :has(> .st-key-detail) { position: sticky; top: 4rem; }
  .st-key-detail { max-height: calc(100vh - 5rem); overflow: auto; }
  .st-key-course [data-testid=stVegaLiteChart] { min-height: 35.5rem; }
  @media (max-width: 640px) {
    :has(> .st-key-detail) { position: static; }
    .st-key-detail { max-height: none; }
    .st-key-chosen { position: fixed; inset: auto 0 0 0; z-index: 99; max-height: 45vh; overflow: auto; padding: 1rem;
      background: var(--st-background-color, Canvas); border-top: 2px solid; }
  }
</style>"""


@contextmanager
def beside(choice: Choice) -> Iterator[dict[str, Any]]:
    """Give the settings of the figure that is drawn inside, beside its controls and the detail of what is chosen."""
    st.html(STYLE)
    with st.container(key="course"):
        left, right = st.columns([7, 2], gap="medium")
        with right, st.container(key="detail"):
            event = control.draw(filters.EVENT, choice.source, placeholder="Choose, or click a mark")
            if event:
                with st.container(key="chosen"):
                    _detail(event, choice)
            view = control.draw(filters.VIEW, choice.source)
            opened = control.draw(filters.OPEN, choice.source)
        with left:
            yield {"view": view, "open": opened, "event": event or ""}


def _detail(event: str, choice: Choice) -> None:
    for row in queries.objects("case/event", choice, event=event):
        st.markdown(f"**{row.label}**  \n{row.detail}")
        st.markdown(f":small[{' · '.join(filter(None, [row.time, f'*{row.precision}*', row.how]))}]")
        st.caption(f"Where in the paper: {row.source}")
    for conflict in queries.objects("case/conflicts", choice):
        if event == conflict.conflict_id:
            conflicts.told(conflict)
        elif event in (conflict.one, conflict.other):
            st.button(
                f"≠ {conflict.topic}", key=f"told-{conflict.conflict_id}", on_click=control.set_value,
                args=(filters.EVENT.key, conflict.conflict_id), type="tertiary", help="The paper tells two stories",
            )  # fmt: skip
    st.button("Close", key="close", icon=":material/close:", on_click=control.set_value, args=(filters.EVENT.key, None))


def choose(key: str) -> None:
    """Take what was clicked in the figure of a key: a track opens or closes, anything else is chosen. For callbacks."""
    clicked = control.clicked(key, "event", "id")
    if clicked:
        control.turn(filters.OPEN if clicked in filters.TRACKS else filters.EVENT, clicked)
