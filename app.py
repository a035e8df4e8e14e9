"""The entry point: ``streamlit run app.py`` serves ``frame/frame.py``.

The frame has a folder of its own because Streamlit's legacy router claims every app whose script stands beside a
``pages/`` folder: on a fresh server it would answer the first deep link with "Page not found".
"""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import streamlit as st


@asynccontextmanager
async def ready(_: st.App) -> AsyncIterator[None]:
    """Build the database and load the chart library before the first visitor, not during the visit."""
    import queries
    from charts import literature

    queries.build().close()
    assert literature
    yield


app = st.App(Path(__file__).parent / "frame" / "frame.py", lifespan=ready)
