"""What the log and a reader learn of a fault: one line without anything the reader wrote, and one sentence."""

import logging
import traceback
from pathlib import Path

import streamlit as st
from streamlit.logger import get_logger

ROOT = Path(__file__).parent.parent
FAULT = "This page could not be drawn. Reload it to begin anew."


def place(error: BaseException) -> str:
    """Give the kind of an error and where it happened, in our own files if it came through one; nothing of its text."""
    frames = traceback.extract_tb(error.__traceback__)
    own = [one for one in frames if one.filename.startswith(f"{ROOT}/") and ".venv" not in one.filename]
    last = (own or frames or [traceback.FrameSummary("nowhere", 0, "nothing")])[-1]
    file = Path(last.filename)
    return f"{type(error).__name__} in {file.parent.name}/{file.name}:{last.lineno} {last.name}"


class OneLine(logging.Filter):
    """Make one line of each record: the traceback of an error, which may repeat a reader's text, becomes kind and place.

    Who looks for a fault starts the server with ``--logger.level debug`` and sees the whole of it.
    """

    def filter(self, record: logging.LogRecord) -> bool:
        """Change a record in place; none is kept back."""
        error = record.exc_info[1] if record.exc_info else None
        record.stack_info = None
        if error is not None and logging.getLogger(record.name).getEffectiveLevel() > logging.DEBUG:
            record.msg, record.args = f"{record.getMessage().splitlines()[0][:120]}: {place(error)}", ()
            record.exc_info = record.exc_text = None
        return True


def shorten() -> None:
    """Let the loggers of Streamlit and of the server that tell of errors write one line for each."""
    for name in [
        "streamlit.error_util", "streamlit.elements.lib.policies", "streamlit.runtime.app_session", "streamlit.runtime.runtime",
        "streamlit.runtime.backend_operation_handler", "streamlit.runtime.scriptrunner.script_runner",
        "streamlit.runtime.state.session_state", "streamlit.web.server.starlette.starlette_websocket", "uvicorn.error",
    ]:  # fmt: skip
        get_logger(name).addFilter(OneLine())


def told(error: Exception) -> bool:
    """Tell a reader of a fault in one sentence.

    Streamlit calls it where a run fails; True keeps it from showing the error itself.
    """
    from queries import SlowError  # brings the database along, which the start of the server does not wait for

    text = f"{error} Take a filter out, or try again later." if isinstance(error, SlowError) else FAULT
    st.info(text, icon=":material/restart_alt:")
    return True
