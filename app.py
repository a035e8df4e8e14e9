"""The entry point: ``streamlit run app.py`` serves ``frame/main.py``.

The frame has a folder of its own because Streamlit's legacy router claims every app whose script stands beside a
``pages/`` folder: on a fresh server it would answer the first deep link with "Page not found".
"""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from threading import Thread

import streamlit as st


def warm_up() -> None:
    """Load the libraries, build the database and the first charts while the first visitor's browser still loads."""
    import charts
    import queries
    from charts import case, literature

    queries.run("literature/choices")
    for figure in [literature.ages, literature.publications, literature.composition, literature.dose, literature.therapy]:
        charts.specification(figure)
    charts.specification(case.timeline, "first dose", "Whole life")


@asynccontextmanager
async def ready(_: st.App) -> AsyncIterator[None]:
    """Warm up beside the starting server, which does not wait for it."""
    Thread(target=warm_up, daemon=True).start()
    yield


app = st.App(Path(__file__).parent / "frame" / "main.py", lifespan=ready)
