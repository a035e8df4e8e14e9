"""The dosing interval: its settings with presets, the virtual patients on their way, what an interval takes a year."""

from typing import Any

import pandas as pd
import streamlit as st

import filters
import queries
import simulated
from data.source import Choice, Source
from figures import show
from models import schedule
from models.rows import WEEKS
from widgets import control, figure
from words import interval as words

PRESETS: dict[str, dict[str, Any]] = {
    "The child as told": {"planned": 12, "missed": ["7"], "changed_at": 8},
    "Every 5 weeks": {"every": 5},
    "Every 8 weeks": {"every": 8},
    "Table cell 300 mg/4 wk": {"weight": 70, "baseline": 150},
}


def _preset(name: str, source: Source) -> None:
    """Set every setting as a preset has it. For callbacks, before the widgets draw."""
    for one in filters.INTERVAL[:-2]:
        control.set_value(one.key, PRESETS[name].get(one.key, filters.default(one, source)))


def settings(source: Source) -> dict[str, Any]:
    """Draw presets and settings and give the values by key."""
    with st.container(horizontal=True, gap="small"):
        for name in PRESETS:
            st.button(name, key=f"preset-{name[:11]}", on_click=_preset, args=(name, source))
    values = {}
    for part in [filters.INTERVAL[:4], filters.INTERVAL[4:-2]]:
        for column, one in zip(st.columns(4, gap="medium"), part, strict=True):
            with column:
                values[one.key] = control.draw(one, source)
    st.caption(f"{words.patient(values)} {words.ASSUMED}")
    return values


def courses(choice: Choice, values: dict[str, Any]) -> None:
    """Draw the courses; the band of virtual patients joins them once it is ready."""
    job = simulated.job(choice, values)
    ready = job.rows is not None
    with st.container():  # always one line, so that the charts below stay where they are and only take up new rows
        if job.failed:
            st.caption("The virtual patients could not be followed; the server's log says why.")
        elif ready:
            st.caption(words.BAND)
        else:
            st.fragment(_wait, run_every=0.5)(choice, values)
    for one in simulated.COURSES:
        figure.draw(show(one, choice, **values, virtual=ready), words.patient(values), small=True)


def _wait(choice: Choice, values: dict[str, Any]) -> None:
    """Draw how far the virtual patients are, and draw the page anew once they are there."""
    job = simulated.job(choice, values)
    if job.rows is not None or job.failed:
        st.rerun()
    st.caption(words.following(job.share))


def year(source: Source, dose: int) -> None:
    """Draw how many injections and vials each interval takes a year, and what they cost at a price that a reader types."""
    with st.container(horizontal=True, vertical_alignment="bottom"):
        vial = control.draw(filters.VIAL, source, width=200)
        price = words.price(control.draw(filters.PRICE, source, width=260))
    rows = [schedule.year(weeks, dose, vial) for weeks in WEEKS]
    table = pd.DataFrame({
        "Weeks between injections": [f"{row.weeks}" for row in rows],
        "Injections a year": [f"{row.injections:.1f}" for row in rows],
        "Vials for each": [f"{row.vials_each}" for row in rows], "Vials a year": [f"{row.vials:.1f}" for row in rows],
    })  # fmt: skip
    if price is not None:
        table["Vials a year × price"] = [f"{row.vials * price:,.0f}" for row in rows]
    st.table(table, hide_index=True, alt="Injections and vials a year by interval")
    st.caption("A year of 365.25 days; a vial that is opened is used up. No price is shown unless you type one.")


def known(choice: Choice) -> None:
    """Draw every parameter with its status and its source."""
    first = ["model", "symbol", "meaning", "value", "unit", "status", "source", "how"]
    rows = queries.run("interval/parameters", choice)
    st.dataframe(
        rows[[*first, *(name for name in rows if name not in first)]].rename(columns=words.heading),
        hide_index=True, placeholder="", alt="Parameters of the models with status and source",
    )  # fmt: skip
