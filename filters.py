"""The cohort filters: drawn in the sidebar, read as query parameters, told as a sentence.

A widget's key is also its URL parameter and its query parameter. A filter left at its widest is no filter: None.
"""

import json
from contextlib import suppress
from copy import copy
from typing import Any

import streamlit as st
from streamlit.errors import StreamlitAPIException

import queries
from widgets import words
from widgets.words import CHOICES, DIRECTIONS, LABELS, RANGES, SETS, publications

# The key of the fragment that holds the page and is rerun alone when a filter changes.
BODY = "body"
DEFAULTS: dict[str, Any] = {
    **{key: next(iter(options)) for key, options in CHOICES.items()},
    **{key: (stops[0], stops[-1]) for key, stops in RANGES.items()},
    **{key: [] for key in [*SETS, "without"]},
    "possible": True,
}


def _rerun_page() -> None:
    """Rerun the page without the sidebar; during the very first run, let Streamlit rerun everything."""
    with suppress(StreamlitAPIException):
        st.rerun(BODY)


def _choice(key: str, label: str) -> None:
    st.segmented_control(
        label, list(CHOICES[key]), default=DEFAULTS[key], required=True, format_func=CHOICES[key].__getitem__, key=key,
        bind="query-params", persist_state="session", on_change=_rerun_page, width="stretch",
    )  # fmt: skip


def _range(key: str) -> None:
    label, unit = LABELS[key]
    label = f"{label} ({unit})"
    st.select_slider(
        label, RANGES[key], value=DEFAULTS[key], key=key, bind="query-params", persist_state="session", on_change=_rerun_page
    )


def _set(key: str) -> None:
    label = f"{SETS[key]} went"
    st.pills(
        label, DIRECTIONS, selection_mode="multi", key=key, bind="query-params", persist_state="session", on_change=_rerun_page
    )


def draw(place: Any) -> None:
    """Draw the shared filters in a container, such as the sidebar."""
    with place:
        _choice("age_group", "Age group")
        for key in ["age", "dose", "therapy"]:
            _range(key)
        _choice("disease", "Mastocytosis")
        st.toggle(
            "Count possible matches", value=True, key="possible", bind="query-params", persist_state="session", on_change=_rerun_page,
            help="A printed range that lies only partly in a filter is a possible match. Off: count certain ones only.",
        )  # fmt: skip
        with st.expander("More filters"):
            for key in ["dose_per_4_weeks", "interval"]:
                _range(key)
            for key in SETS:
                _set(key)
            st.multiselect(
                "Set publications aside", list(publications()), format_func=publications().__getitem__, key="without",
                bind="query-params", persist_state="session", on_change=_rerun_page,
            )  # fmt: skip


def _valid(key: str, value: Any) -> Any:
    """Give a filter's value, or its default where a link, a pin or a changed client holds something else."""
    if key in CHOICES:
        return value if value in list(CHOICES[key]) else DEFAULTS[key]
    if key in RANGES:
        fits = (
            isinstance(value, list | tuple)
            and len(value) == 2
            and all(end in RANGES[key] and not isinstance(end, bool) for end in value)
            and value[0] <= value[1]
        )
        return tuple(value) if fits else DEFAULTS[key]
    if key == "possible":
        return value is not False
    known = list(publications()) if key == "without" else DIRECTIONS
    return list(dict.fromkeys(item for item in value if item in known)) if isinstance(value, list | tuple) else []


def _active(values: dict[str, Any]) -> dict[str, Any]:
    return {key: value if key == "possible" or value != DEFAULTS[key] else None for key, value in values.items()}


def chosen() -> dict[str, Any]:
    """Give the whole filter as query parameters: None where untouched, ``possible`` as true or false."""
    return _active({key: _valid(key, st.session_state.get(key, default)) for key, default in DEFAULTS.items()})


def written(values: dict[str, Any]) -> str:
    """Give a whole filter as the JSON text that a pin and the query parameters ``left`` and ``right`` hold."""
    return json.dumps({key: value for key, value in values.items() if value is not None and (key, value) != ("possible", True)})


def read(text: str) -> dict[str, Any]:
    """Give the filter that :func:`written` wrote.

    Raises:
        ValueError: the text is no such filter; the message says what is wrong.
    """
    try:
        told = json.loads(text)
    except (json.JSONDecodeError, RecursionError):
        raise ValueError("it is not JSON") from None
    if not isinstance(told, dict):
        raise ValueError("it is no set of filters")
    values = {key: _valid(key, told.get(key, default)) for key, default in DEFAULTS.items()}
    for key, value in told.items():
        if key not in DEFAULTS or (list(values[key]) if isinstance(values[key], tuple) else values[key]) != value:
            # A name that is no filter is not repeated: it comes from an address and could hold Markdown.
            raise ValueError(
                f"it holds an impossible value for {key}" if key in DEFAULTS else "it names something that is no filter"
            )
    return _active(values)


def pin(key: str) -> None:
    """Pin the current filter under a key such as ``left``. For callbacks, before the widgets draw."""
    st.session_state[key] = written(chosen())


def unpin(*keys: str) -> None:
    """Forget pinned filters. For callbacks, before the widgets draw."""
    for key in keys:
        st.session_state[key] = ""


def clear(*keys: str) -> None:
    """Set filters back to their widest; all of them where none is named. For callbacks, before the widgets draw."""
    for key in keys or DEFAULTS:
        st.session_state[key] = copy(DEFAULTS[key])
    st.rerun()


def set_aside(publication_id: str) -> None:
    """Set one more publication aside. For callbacks, before the widgets draw."""
    st.session_state["without"] = [*(chosen()["without"] or []), publication_id]
    st.rerun()


def sentence(values: dict[str, Any]) -> str:
    """Give the whole filter as one plain sentence with counts, such as "6 of 81 patients, up to 46: under 18 years"."""
    count = queries.run("literature/counts", **values).iloc[0]
    told = ", ".join(words.phrases(values).values()) or "no filter is set"
    unknown = f" ({count.not_reported} not reported)" if count.not_reported else ""
    return f"{words.counted(count, values['possible'])}: {told}{unknown}."


def rescue(values: dict[str, Any]) -> str | None:
    """Give the advice that brings back the most patients where none is left; None where some are."""

    def left(**changed: Any) -> int:
        count = queries.run("literature/counts", **{**values, **changed}).iloc[0]
        return int(count.certain + (count.possible if {**values, **changed}["possible"] else 0))

    if left():
        return None
    told = words.phrases(values)
    gains = {f"Clear “{phrase}” to bring back the most patients.": left(**{key: None}) for key, phrase in told.items()}
    gains["Turn on “Count possible matches” to see those that may match."] = left(possible=True)
    best = max(gains, key=lambda advice: gains[advice])
    return best if gains[best] else "No single filter is to blame; reset all and start again."
