"""What the tests of deck and handout share: the talk under two filters, and a step that tries to break out."""

from datetime import date

import pandas as pd

import filters
from present import names, talk
from tests.conftest import NO_FILTER

MADE = date(2026, 5, 3)
ADDRESS = "http://127.0.0.1:8501/present?age_group=Pediatric&disease=Systemic&data=0"
NONE = {**NO_FILTER, "possible": True, "excluded": True, "child": False, "unit": "patients", "search": ""}
SETTINGS = {"no filter": NONE, "pediatric, systemic": {**NONE, "age_group": "pediatric", "disease": "systemic"}}
ALL = list(names.NAMES)
HOSTILE = '<script>alert("&amp;")</script> #panic("x") $ \\ *_`@ref` {{ steps }} https://example.org '


def steps(setting, keys=ALL):
    """Give the chosen steps under one filter."""
    return talk.steps(keys, SETTINGS[setting])


def sentence(setting):
    """Give one filter in words."""
    return filters.sentence({key: SETTINGS[setting][key] for key in filters.DEFAULTS})


def hostile(repeats=3):
    """Give a step of a table whose every text is markup of some language, and long."""
    text = HOSTILE * repeats
    table = pd.DataFrame([[text, "a"], ["b", text]], columns=["One", HOSTILE])
    return talk.Step("hostile", "Hostile", text, text, f"{text}\nAsk: {text}", NONE, table=table)
