"""Each source beside its reading by hand, for tests that hold both against each other."""

import json
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

import pytest

import filters
import queries
from data.source import Choice, Source
from tests import second
from tests.conftest import ROOT
from tests.queries import by_hand


class Reading(NamedTuple):
    folder: Path
    source: Callable[[], Source]

    @cache  # noqa: B019
    def reports(self):
        return by_hand.read_reports(self.folder)

    @cache  # noqa: B019
    def any_filter(self):
        return by_hand.any_filter(self.reports())

    def choice(self, chosen=by_hand.NO_FILTER, possible=True):
        """The choice of a filter in plain Python, stops or no stops: JSON that holds what is asked."""
        asked = {name: value for name, value in chosen.items() if value is not None}
        return Choice(self.source(), json.dumps(asked if possible else {**asked, "possible": False}))

    def run(self, name, chosen=by_hand.NO_FILTER, possible=True, **values: Any):
        return queries.run(name, self.choice(chosen, possible), **values)

    def run_sides(self, name, left, right, **values: Any):
        return queries.run(name, filters.sides(left, right), **values)


BUILT_IN = Reading(ROOT / "data", queries.built_in)
SECOND = Reading(second.FOLDER, second.second_source)
EACH = pytest.mark.parametrize("reading", [BUILT_IN, SECOND], ids=["built-in", "second"])
