"""What leaves the talk: slides and handout, made when asked for and kept only until the page changes."""

from datetime import date
from typing import Any

import streamlit as st

from charts.renderer import PictureError
from data.source import Choice
from present import talk, turns

FILES = {
    "slides": (
        "Make slides", ":material/slideshow:", "mastoscope-talk.pptx",
        "application/vnd.openxmlformats-officedocument.presentationml.presentation",
    ),
    "handout": ("Make handout (PDF)", ":material/picture_as_pdf:", "mastoscope-handout.pdf", "application/pdf"),
    "page": ("Make handout (web page)", ":material/html:", "mastoscope-handout.html", "text/html"),
}  # fmt: skip


def draw(keys: list[str], choice: Choice, sentence: str, address: str = "") -> None:
    """Draw a button for each file that makes it from the chosen steps, with a second one to save it.

    Args:
        keys: the chosen steps in their order; choice: the filters; sentence: the same in words.
        address: reopens the view; it is printed into the files.
    """
    for kind in FILES:
        _offer(kind, keys, choice, sentence, address)


# A fragment of its own, so that one file is still there to be saved after another was asked for.
@st.fragment
def _offer(kind: str, keys: list[str], choice: Choice, sentence: str, address: str) -> None:
    label, icon, file_name, mime = FILES[kind]
    with st.container(horizontal=True, vertical_alignment="center"):
        asked = st.button(label, key=f"make-{kind}", icon=icon)
        progress = st.empty()
        made = b""
        if asked:
            bar = progress.progress(0.0, text="Reading the tables")
            try:
                with turns.TURNS.turn(lambda place: bar.progress(0.0, text=f"Waiting, place {place} in the line")):
                    made = _made(kind, keys, choice, sentence, address, bar)
                progress.caption(f"Ready: {len(made) / 1e6:.1f} MB")
            except (turns.FullError, PictureError) as error:
                progress.caption(str(error))
            except OSError:
                progress.caption("The server has no room on its disk to make files. Tell whoever runs it.")
        # Drawn in any case and at the same place: where it offers nothing, Streamlit lets go of what it offered before.
        st.download_button(
            f"Save {file_name}", made, file_name, mime,
            key=f"save-{kind}", disabled=not made, on_click="ignore", icon=":material/download:",
        )  # fmt: skip


def _made(kind: str, keys: list[str], choice: Choice, sentence: str, address: str, bar: Any) -> bytes:
    from present import deck, handout  # libraries that no page needs before somebody asks for a file

    def advance(share: float, text: str) -> None:
        bar.progress(share, text=text)

    show = talk.Talk(talk.steps(keys, choice), choice, sentence, address, date.today())
    make = {"slides": deck.deck, "handout": handout.pdf, "page": handout.html}[kind]
    return make(show, advance)
