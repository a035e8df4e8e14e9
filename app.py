"""The entry point: ``streamlit run app.py`` serves ``frame/main.py``.

The frame has a folder of its own because Streamlit's legacy router claims every app whose script stands beside a
``pages/`` folder: on a fresh server it would answer the first deep link with "Page not found".
"""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import streamlit as st
from starlette.middleware import Middleware

from frame import door, headers, log, old, opening, warm


@asynccontextmanager
async def ready(_: st.App) -> AsyncIterator[None]:
    """Warm up beside the starting server, which does not wait for it."""
    warm.beside(warm.first)
    log.shorten()
    yield


AROUND = [Middleware(headers.Headers), Middleware(door.Door), Middleware(old.Moved), Middleware(opening.Opening)]
app = st.App(Path(__file__).parent / "frame" / "main.py", lifespan=ready, middleware=AROUND, on_script_error=log.told)
