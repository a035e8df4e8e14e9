"""What is visited: pages and settings, written as they stand in an address.

Nothing here is read from the app, so that two revisions are asked the same. ``MOVED`` is set in an open page instead, by
its widgets, as a reader would: what stands there after a change must be what a link to it shows.
"""

import json
from collections.abc import Mapping, Sequence

Setting = Mapping[str, str | Sequence[str]]

NOBODY: Setting = {"age": ["0", "1"], "dose": ["450", "450"]}
FILTERS: list[Setting] = [
    {},
    # Each filter alone, at both ends and in between.
    {"age_group": "Pediatric"}, {"age_group": "Adult"}, {"disease": "Systemic"}, {"disease": "Cutaneous"},
    {"age": ["0", "17"]}, {"age": ["18", "100"]}, {"age": ["2", "2"]}, {"age": ["15", "60"]}, {"age": ["78", "100"]},
    {"dose": ["75", "150"]}, {"dose": ["300", "300"]}, {"dose": ["375", "450"]},
    {"therapy": ["1", "6"]}, {"therapy": ["12", "24"]}, {"therapy": ["48", "144"]},
    {"dose_per_4_weeks": ["75", "150"]}, {"dose_per_4_weeks": ["300", "300"]}, {"dose_per_4_weeks": ["450", "600"]},
    {"interval": ["2", "3"]}, {"interval": ["4", "4"]}, {"interval": ["5", "7"]},
    {"ige": "up"}, {"ige": "down"}, {"ige": ["up", "unchanged"]}, {"tryptase": "down"}, {"tryptase": ["unchanged", "up"]},
    {"without": "Lemal 2019"}, {"without": ["Carter 2007", "Constantine 2018"]}, {"possible": "false"},
    # Together.
    {"age_group": "Pediatric", "disease": "Systemic"}, {"age_group": "Adult", "disease": "Cutaneous"},
    {"age_group": "Pediatric", "possible": "false"}, {"age_group": "Adult", "possible": "false", "without": "Lemal 2019"},
    {"age_group": "Pediatric", "dose": ["300", "300"]}, {"disease": "Systemic", "therapy": ["1", "12"], "ige": "up"},
    {"age": ["20", "70"], "interval": ["2", "4"]}, {"dose": ["150", "300"], "tryptase": "down", "possible": "false"},
    {"age_group": "Adult", "without": ["Lemal 2019", "Broesby-Olsen 2018", "Slapnicar 2019"]},
    {"disease": "Cutaneous", "ige": ["up", "down"], "possible": "false"},
    {"age": ["1", "90"], "dose": ["75", "450"], "therapy": ["2", "120"], "dose_per_4_weeks": ["150", "600"]},
    {"ige": ["up", "down", "unchanged"], "tryptase": ["up", "down", "unchanged"]},
    {"age_group": "Pediatric", "age": ["10", "50"], "disease": "Systemic", "dose": ["150", "300"], "without": "Pitt 2010"},
    # Nobody, for certain and at all.
    NOBODY, {**NOBODY, "possible": "false"}, {"age_group": "Pediatric", "dose": ["450", "450"], "therapy": ["60", "144"]},
]  # fmt: skip
FEW: list[Setting] = [
    {}, {"age_group": "Pediatric"}, {"disease": "Cutaneous", "possible": "false"}, {"without": "Lemal 2019"}, NOBODY,
]  # fmt: skip


def _each(
    key: str, *values: str | Sequence[str], over: Sequence[Setting] = ({},), **fixed: str | Sequence[str]
) -> list[Setting]:  # fmt: skip
    return [{**setting, **fixed, key: value} for value in values for setting in over]


def _pin(**values: object) -> str:
    return json.dumps(values)


UNITS = ["patient reports", "publications", "table rows"]
CHILD = _each("child", "true", over=FEW)
PINS: list[Setting] = [
    {"left": _pin(age_group="pediatric"), "right": _pin(disease="cutaneous", possible=False)},
    {"left": _pin(age=[10, 40], dose=[150, 300]), "right": _pin(without=["lemal2019"]), "age_group": "Adult"},
    {"left": _pin(ige=["up"], interval=[4, 4]), "disease": "Systemic"},
    {"right": _pin(age=[0, 1], dose=[450, 450])},
    {"left": "no filter at all"},
]  # fmt: skip
TALK = [
    "Question", "Timeline", "Response", "Biomarkers", "Literature", "Children and adults", "Directions", "Trial", "Paper check",
    "Bottom line",
]  # fmt: skip
MORE = ["Ages", "Responses"]
VIEWS = ["Omalizumab", "First-line therapy", "Whole life"]
TRACKS = ["Earlier", "Symptoms", "Missed dose", "Omalizumab", "Steroids", "Cetirizine", "Blood", "Safety"]
VERDICTS = ["agrees", "agrees within rounding", "differs", "cannot be checked"]
LITERATURE: dict[str, list[Setting]] = {
    "cohort": [*_each("unit", *UNITS, over=FEW), *CHILD],
    "dose": [*CHILD, *_each("excluded", "false", over=FEW)],
    "table": _each("search", "Lemal", "300 mg/4 wk", "↑", "no such row", "Sokol", over=FEW[:3]),
    "comparison": [
        *_each("sides", "Systemic and cutaneous", "Like this child, and all", "Pinned", over=FEW),
        *({**pin, "sides": "Pinned"} for pin in PINS),
        *_each("method", "Clopper–Pearson", over=FEW),
    ],
    "directions": [
        *_each("unit", *UNITS, over=FEW),
        *CHILD,
        *_each("direction", "down", "unchanged", over=FEW),
        *_each("direction", "up", "down", "unchanged", over=FEW, biomarker="tryptase"),
    ],
    "outcomes": [],
}
PAGES: dict[str, list[Setting]] = {
    **{page: [*FILTERS, *more] for page, more in LITERATURE.items()},
    "": [{}],
    "child": [
        *_each("view", *VIEWS),
        *_each("open", *TRACKS, ["Symptoms", "Blood"]),
        *_each("event", "Relapse", "Two stories: Side effects", open="Safety"),
    ],
    "paper-check": [{}, *_each("check", *VERDICTS, VERDICTS[1:3]), *_each("topic", "Treatment", ["References", "Diagnosis"])],
    "about": [{}],
    "appraise": [{}],
    "present": [
        *_each("step", *TALK, over=FEW),
        *_each("step", *MORE, over=FEW, steps=[*TALK, *MORE]),
        *_each("step", *TALK, *MORE, steps=[*TALK, *MORE], notes="true"),
    ],
    "speaker-notes": _each("step", *TALK, over=FEW[:3]),
}
# Set by the widgets of an open page, one after the other.
MOVED: list[Setting] = [
    {"age_group": "Pediatric"}, {"age_group": "Pediatric", "age": ["3", "90"]}, {"possible": "false"}, {"disease": "Cutaneous"},
    NOBODY, {"without": "Lemal 2019", "ige": ["up", "down"]}, {},
]  # fmt: skip
