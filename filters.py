"""Every control of the app, declared once: its key in the address, its label, what can be chosen, and its value at first.

The controls of FILTERS make the filter of a :class:`Choice`: JSON text that holds what is not at its widest. Links, pins and
queries all take that text. Drawing is done elsewhere, so nothing here knows the page.
"""

import json
from collections.abc import Callable, Iterable, Mapping
from types import MappingProxyType
from typing import Any, NamedTuple

import queries
from data.notation import written
from data.source import Choice, Source

DIRECTIONS = ["up", "down", "unchanged"]
UNITS = ["patients", "patient reports", "publications", "table rows"]
VIEWS = ["Omalizumab", "First-line therapy", "Whole life"]
TRACKS = [
    "Earlier",
    "Symptoms",
    "Missed dose",
    "Omalizumab",
    "Steroids",
    "Cetirizine",
    "Ketotifen",
    "Cromolyn",
    "Blood",
    "Safety",
]
VERDICTS_OF_CLAIMS = ["agrees", "agrees within rounding", "differs", "cannot be checked"]
STEPS = {
    "title": "Title", "question": "Question", "child": "The child", "biomarkers": "Biomarkers", "literature": "Literature",
    "children": "Children and adults", "directions": "Directions", "trial": "Trial", "harms": "Known harms",
    "paper": "Paper check", "bottom-line": "Bottom line", "ages": "Ages", "dose": "Dose and length", "responses": "Responses",
    "interval": "Dosing interval",
}  # fmt: skip
# What a talk of fifteen minutes holds; the rest can be chosen.
USUAL_STEPS = [key for key in STEPS if key not in ("ages", "dose", "responses", "interval")]
# Steps that an older link names, with the step that holds what they showed.
FORMER_STEPS = {"Timeline": "The child", "Response": "The child"}

# The longest filter that can be pinned as text, several times what every filter takes.
LONGEST_PIN = 4_000

Options = Mapping[Any, str]


class Control(NamedTuple):
    """One control of the app. Its key is that of its widget, its parameter in the address, and its name in a filter."""

    key: str
    label: str
    kind: str
    """``one``, ``maybe`` one, ``some``, some of ``many``, a ``range``, a ``number``, a ``switch``, or a ``text``."""
    pages: tuple[str, ...]
    """The pages that draw it, by their path."""
    options: Options | Callable[[Source], Options] = MappingProxyType({})
    """What can be chosen, with its text, or how that follows from the source."""
    first: Any = None
    """The value at a first visit, where it is not the first option, the widest range, nothing, or off."""
    phrase: Callable[[Any, Options], str] | None = None
    """How a filter that is set is told in a few words, from its value and its options."""
    help: str | None = None


LITERATURE = ("cohort", "dose", "table", "comparison", "directions", "outcomes")
FILTERED = (*LITERATURE, "present", "speaker-notes")


def _same(names: list[str]) -> Options:
    return {name: name for name in names}


def _range(key: str, name: str, unit: str = "") -> Control:
    """Give a filter between two stops of a quantity, as the limits of the source have them."""
    return Control(
        key, f"{name} ({unit})" if unit else name, "range", FILTERED,
        lambda source: {stop: str(stop) for stop in source.limits.of(key)},
        phrase=lambda value, _: f"{name.lower()} {written(*value)} {unit}".strip(),
    )  # fmt: skip


def _number(key: str, label: str, stops: Iterable[int], first: int) -> Control:
    """Give a setting of the dosing interval: one of some whole numbers."""
    return Control(key, label, "number", ("interval",), {stop: str(stop) for stop in stops}, first)


def _directions(key: str, name: str) -> Control:
    return Control(
        key, f"{name} went", "some", FILTERED, _same(DIRECTIONS), phrase=lambda value, _: f"{name} {' or '.join(value)}"
    )


def _publications(source: Source) -> Options:
    """Give the label of each publication of the table, in printed order."""
    rows = queries.ask("literature/choices", Choice(source)).to_pylist()
    return {row["publication_id"]: row["publication"] for row in rows}


AGE_GROUPS = {"pediatric": "under 18 years", "adult": "18 years and over"}
FILTERS = [
    Control("age_group", "Age group", "one", FILTERED, {"all": "All", "pediatric": "Pediatric", "adult": "Adult"},
            phrase=lambda value, _: AGE_GROUPS[value]),
    _range("age", "Age", "years"),
    _range("dose", "Dose per injection", "mg"),
    _range("therapy", "Therapy length", "months"),
    Control("disease", "Mastocytosis", "one", FILTERED, {"all": "All", "systemic": "Systemic", "cutaneous": "Cutaneous"},
            phrase=lambda value, _: f"{value} mastocytosis"),
    Control("possible", "Count possible matches", "switch", FILTERED, first=True,
            help="A printed range that lies only partly in a filter is a possible match. Off: count certain ones only."),
    _range("dose_per_4_weeks", "Dose per 4 weeks", "mg"),
    _range("interval", "Dosing interval", "weeks"),
    _range("year", "Year of publication"),
    _directions("ige", "Total immunoglobulin E (IgE)"),
    _directions("tryptase", "Tryptase"),
    Control("without", "Set publications aside", "many", FILTERED, _publications,
            phrase=lambda value, options: "without " + " and ".join(options[key] for key in value)),
]  # fmt: skip
UNIT = Control("unit", "Count", "one", ("directions",), _same(UNITS))
CHILD = Control("child", "Lay the child over", "switch", ("cohort", "dose", "directions"))
EXCLUDED = Control("excluded", "Show what is excluded, faintly", "switch", ("dose",), first=True)
LEFT_OUT = Control("left_out", "Show rows that do not match", "switch", ("table",))
SEARCH = Control("search", "Search the table", "text", ("table",))
# Not a filter: it changes no count, and is told beside them.
STUDY = Control("study", "Study to light in every figure", "maybe", LITERATURE, _publications)
VIEW = Control("view", "Zoom", "one", ("child",), _same(VIEWS))
OPEN = Control("open", "Open tracks", "some", ("child",), _same(TRACKS))
EVENT = Control("event", "Event", "maybe", ("child",), lambda source: {
    row["id"]: row["label"] for row in queries.ask("case/events", Choice(source)).to_pylist()})  # fmt: skip
SIDES = Control("sides", "Compare", "one", ("comparison",), _same(
    ["Pediatric and adult", "Systemic and cutaneous", "Like this child, and all", "Pinned"]))  # fmt: skip
LEFT = Control("left", "A", "text", ("comparison",))
RIGHT = Control("right", "B", "text", ("comparison",))
METHOD = Control("method", "Interval", "one", ("comparison",), _same(["Wilson", "Clopper–Pearson"]))
BIOMARKER = Control("biomarker", "Biomarker", "one", ("directions",), _same(["total IgE", "tryptase"]))
DIRECTION = Control("direction", "Direction", "one", ("directions",), _same(DIRECTIONS))
CLAIM = Control("claim", "Statement", "maybe", ("paper-check",), lambda source: _same(
    [row["title"] for row in queries.ask("paper/claims", Choice(source)).to_pylist()]))  # fmt: skip
CHECK = Control("check", "Verdict", "some", ("paper-check",), _same(VERDICTS_OF_CLAIMS))
TOPIC = Control("topic", "Topic", "some", ("paper-check",), lambda source: _same(
    [row["topic"] for row in queries.ask("paper/topics", Choice(source)).to_pylist()]))  # fmt: skip
STEP = Control("step", "Step", "one", ("present", "speaker-notes"), STEPS)
CHOSEN_STEPS = Control("steps", "Steps, in the order of choosing", "many", ("present", "speaker-notes"), STEPS, USUAL_STEPS,
                       help="Take a step out with its cross; choose it again to put it last.")  # fmt: skip
NOTES = Control("notes", "Notes", "switch", ("present",))
MOST_INJECTIONS = 20
# Stops of a usual laboratory scale, with the ends of the data of both models among them.
IGE_STOPS = [2, 5, 8, 11, 15, 19, 22, 30, 50, 76, 100, 150, 200, 300, 400, 500, 700, 886, 1055, 1300, 1500]
WEIGHT = _number("weight", "Weight (kg)", range(10, 121), 35)
BASELINE = _number("baseline", "Total IgE before treatment (kU/l)", IGE_STOPS, 11)
INJECTED = _number("injected", "Dose of each injection (mg)", range(75, 601, 75), 300)
EVERY = _number("every", "Weeks between injections", range(2, 13), 4)
PLANNED = _number("planned", "Planned injections", range(1, MOST_INJECTIONS + 1), 10)
MISSED = Control("missed", "Missed injections", "many", ("interval",), _same([str(n) for n in range(2, MOST_INJECTIONS + 1)]))
CHANGED_AT = Control("changed_at", "Interval changes after injection", "number", ("interval",),
                     {0: "never", **{n: str(n) for n in range(1, MOST_INJECTIONS)}}, 0)  # fmt: skip
LATER = _number("later", "Weeks between injections after that", range(2, 13), 5)
VIAL = _number("vial", "Size of a vial (mg)", [75, 150], 150)
PRICE = Control("price", "Price of a vial, in any currency", "text", ("interval",))
INTERVAL = [WEIGHT, BASELINE, INJECTED, EVERY, PLANNED, MISSED, CHANGED_AT, LATER, VIAL, PRICE]
CONTROLS = {
    control.key: control
    for control in [
        *FILTERS, UNIT, CHILD, EXCLUDED, LEFT_OUT, SEARCH, STUDY, VIEW, OPEN, EVENT, SIDES, LEFT, RIGHT, METHOD, BIOMARKER,
        DIRECTION, CLAIM, CHECK, TOPIC, STEP, CHOSEN_STEPS, NOTES, *INTERVAL,
    ]
}  # fmt: skip

# What links of old may hold beside these: the lanes of the timeline, each with the tracks that tell it now, and its other axis.
OLD: dict[str, dict[str, list[str]]] = {
    "lanes": {
        "Skin": ["Earlier"], "Diagnosis": ["Earlier"], "Episodes": ["Symptoms"], "Symptom burden": ["Symptoms"],
        "Medication": ["Steroids", "Cetirizine", "Ketotifen", "Cromolyn"], "Omalizumab injections": ["Omalizumab"],
        "Missed dose": ["Missed dose"], "Response": ["Symptoms"],
    },
    "axis": {},
}  # fmt: skip


def options(control: Control, source: Source) -> Options:
    """Give what can be chosen in a source, each value with its text."""
    return control.options(source) if callable(control.options) else control.options


def default(control: Control, source: Source) -> Any:
    """Give the value of a first visit; of a filter, it filters nothing."""
    if control.first is not None:
        return list(control.first) if control.kind == "many" else control.first
    if control.kind in ("one", "range"):
        values = list(options(control, source))
        return values[0] if control.kind == "one" else (values[0], values[-1]) if values else ()
    return {"maybe": None, "some": [], "many": [], "switch": False, "text": ""}[control.kind]


def valid(control: Control, value: Any, source: Source) -> Any:
    """Give a control's value, or its default where a link, a pin or a changed client holds something else."""
    widest, values = default(control, source), options(control, source)
    if control.kind == "switch":
        return value if isinstance(value, bool) else widest
    if control.kind == "text":
        return value if isinstance(value, str) else widest
    if control.kind == "number":
        return value if type(value) is int and value in values else widest
    if control.kind in ("one", "maybe"):
        return value if isinstance(value, str) and value in values else widest
    if not isinstance(value, list | tuple):
        return widest
    if control.kind == "range":
        fits = len(value) == 2 and all(type(end) is int and end in values for end in value) and value[0] <= value[1]
        return tuple(value) if fits else widest
    return list(dict.fromkeys(item for item in value if isinstance(item, str) and item in values))


def choice(source: Source, values: Mapping[str, Any]) -> Choice:
    """Give the choice that the values of the filters make; what is left out, or impossible, filters nothing."""
    asked = {}
    for control in FILTERS:
        value = valid(control, values.get(control.key), source)
        if value != default(control, source):
            asked[control.key] = list(value) if isinstance(value, tuple) else value
    return Choice(source, json.dumps(asked))


def changed(current: Choice, **values: Any) -> Choice:
    """Give a choice with some filters set anew; None clears one."""
    return choice(current.source, {**active(current), **values})


def active(current: Choice) -> dict[str, Any]:
    """Give the filters that are set, by key."""
    asked: dict[str, Any] = json.loads(current.filter)
    return asked


def counts_possible(current: Choice) -> bool:
    """Say whether possible matches count under a choice."""
    return bool(active(current).get("possible", True))


def sides(left: Choice, right: Choice) -> Choice:
    """Give two choices of one source as one, for queries that hold them side by side."""
    return Choice(left.source, json.dumps({"sides": [active(left), active(right)]}))


def read(text: str, source: Source) -> Choice:
    """Give the choice whose filter was pinned as text.

    Raises:
        ValueError: the text is no such filter; the message says what is wrong.
    """
    if len(text) > LONGEST_PIN:
        raise ValueError(f"it is longer than {LONGEST_PIN:,} characters")
    try:
        asked = json.loads(text)
    except (ValueError, RecursionError):  # a ValueError also where a number has thousands of digits
        raise ValueError("it is not JSON") from None
    if not isinstance(asked, dict):
        raise ValueError("it is no set of filters")
    for key, value in asked.items():
        control = next((control for control in FILTERS if control.key == key), None)
        if control is None:
            # A name that is no filter is not repeated: it comes from an address and could hold Markdown.
            raise ValueError("it names something that is no filter")
        kept = valid(control, value, source)
        if (list(kept) if isinstance(kept, tuple) else kept) != value:
            raise ValueError(f"it holds an impossible value for {key}")
    return choice(source, asked)


def phrases(current: Choice) -> dict[str, str]:
    """Give each filter that is set in a few words, by key."""
    asked = active(current)
    return {
        control.key: control.phrase(asked[control.key], options(control, current.source))
        for control in FILTERS
        if control.phrase and control.key in asked
    }
