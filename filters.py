"""The cohort filters: drawn in the sidebar, read as query parameters, told as a sentence.

A widget's key is also its URL parameter and its query parameter. A filter left at its widest is no filter: None.
"""

from typing import Any

import streamlit as st

import queries
from widgets import words

# Lowest value, highest value and step of each range; the stops of therapy length suit 1 to 144 months.
RANGES: dict[str, list[int]] = {
    "age": list(range(0, 101)),
    "dose": list(range(75, 451, 75)),
    "therapy": [1, 2, 3, 4, 6, 9, 12, 15, 18, 24, 30, 36, 40, 48, 60, 73, 96, 120, 144],
    "dose_per_4_weeks": list(range(75, 601, 75)),
    "interval": list(range(2, 8)),
}
LABELS = {
    "age": ("Age", "years"),
    "dose": ("Dose per injection", "mg"),
    "therapy": ("Therapy length", "months"),
    "dose_per_4_weeks": ("Dose per 4 weeks", "mg"),
    "interval": ("Dosing interval", "weeks"),
}
CHOICES = {"age_group": ["all", "pediatric", "adult"], "disease": ["all", "systemic", "cutaneous"]}
TEXTS = {
    "age_group": {"all": "All", "pediatric": "Pediatric", "adult": "Adult"},
    "disease": {"all": "All", "systemic": "Systemic", "cutaneous": "Cutaneous"},
}
DIRECTIONS = ["up", "down", "unchanged"]
SETS = {"ige": "Total immunoglobulin E (IgE)", "tryptase": "Tryptase"}
DEFAULTS: dict[str, Any] = {
    **{key: options[0] for key, options in CHOICES.items()},
    **{key: (stops[0], stops[-1]) for key, stops in RANGES.items()},
    **{key: [] for key in [*SETS, "without"]},
    "possible": True,
}


def publications() -> dict[str, str]:
    """Give the label of each publication of Table 1, in printed order."""
    rows = queries.run("literature/choices")
    return dict(zip(rows["publication_id"], rows["publication"], strict=True))


def _choice(key: str, label: str) -> None:
    st.segmented_control(
        label, CHOICES[key], default=DEFAULTS[key], required=True, format_func=TEXTS[key].get, key=key,
        bind="query-params", persist_state="session", width="stretch",
    )  # fmt: skip


def _range(key: str) -> None:
    label, unit = LABELS[key]
    st.select_slider(
        f"{label} ({unit})", RANGES[key], value=DEFAULTS[key], key=key, bind="query-params", persist_state="session"
    )


def draw() -> None:
    """Draw the shared filters in the sidebar."""
    with st.sidebar:
        _choice("age_group", "Age group")
        for key in ["age", "dose", "therapy"]:
            _range(key)
        _choice("disease", "Mastocytosis")
        st.toggle(
            "Count possible matches", value=True, key="possible", bind="query-params", persist_state="session",
            help="A printed range that lies only partly in a filter is a possible match. Off: count certain ones only.",
        )  # fmt: skip
        with st.expander("More filters"):
            for key in ["dose_per_4_weeks", "interval"]:
                _range(key)
            for key, label in SETS.items():
                st.pills(
                    f"{label} went", DIRECTIONS, selection_mode="multi", key=key, bind="query-params", persist_state="session"
                )
            labels = publications()
            st.multiselect(
                "Set publications aside", list(labels), format_func=labels.get, key="without",
                bind="query-params", persist_state="session",
            )  # fmt: skip


def _valid(key: str) -> Any:
    """Give a filter's value, or its default where a link or a changed client sent something else."""
    value = st.session_state.get(key, DEFAULTS[key])
    if key in CHOICES:
        return value if value in CHOICES[key] else DEFAULTS[key]
    if key in RANGES:
        known = isinstance(value, list | tuple) and len(value) == 2 and set(value) <= set(RANGES[key])
        return tuple(value) if known and value[0] <= value[1] else DEFAULTS[key]
    if key == "possible":
        return value is not False
    known = publications() if key == "without" else DIRECTIONS
    return [item for item in value or [] if item in known]


def chosen() -> dict[str, Any]:
    """Give the whole filter as query parameters: None where untouched, ``possible`` as true or false."""
    values = {key: _valid(key) for key in DEFAULTS}
    return {key: value if key == "possible" or value != DEFAULTS[key] else None for key, value in values.items()}


def clear(*keys: str) -> None:
    """Set filters back to their widest; all of them where none is named. For callbacks, before the widgets draw."""
    for key in keys or DEFAULTS:
        st.session_state[key] = DEFAULTS[key]


def phrases(values: dict[str, Any]) -> dict[str, str]:
    """Give each active filter in a few words, by key."""
    told = {}
    if values["age_group"]:
        told["age_group"] = {"pediatric": "under 18 years", "adult": "18 years and over"}[values["age_group"]]
    for key, (label, unit) in LABELS.items():
        if values[key]:
            told[key] = f"{label.lower()} {words.interval(*values[key])} {unit}"
    if values["disease"]:
        told["disease"] = f"{values['disease']} mastocytosis"
    for key, label in SETS.items():
        if values[key]:
            told[key] = f"{label} {' or '.join(values[key])}"
    if values["without"]:
        told["without"] = "without " + " and ".join(publications()[key] for key in values["without"])
    return told


def sentence(values: dict[str, Any]) -> str:
    """Give the whole filter as one plain sentence with counts, such as "6 of 81 patients, up to 46: under 18 years"."""
    count = queries.run("literature/counts", **values).iloc[0]
    told = ", ".join(phrases(values).values()) or "no filter is set"
    unknown = f" ({count.not_reported} not reported)" if count.not_reported else ""
    return f"{words.counted(count, values['possible'])}: {told}{unknown}."


def rescue(values: dict[str, Any]) -> str | None:
    """Give the active filter whose clearing brings back the most patients where none is left; None otherwise."""

    def left(values: dict[str, Any]) -> int:
        count = queries.run("literature/counts", **values).iloc[0]
        return int(count.certain + (count.possible if values["possible"] else 0))

    if left(values):
        return None
    return max(phrases(values), key=lambda key: left({**values, key: None}), default=None)


def set_aside(publication_id: str) -> None:
    """Set one more publication aside. For callbacks, before the widgets draw."""
    st.session_state["without"] = [*_valid("without"), publication_id]
