"""Colours and looks are written once, and none of them tells anything alone."""

import re

import pytest

from charts import look
from tests.conftest import ROOT

COLOUR = re.compile(r"""["'](#[0-9a-fA-F]{3,8}|white|black|gr[ae]y|red|green|blue|orange)["']""")


@pytest.mark.parametrize("path", sorted((ROOT / "charts").glob("*.py")), ids=lambda path: path.stem)
def test_only_the_look_names_colours(path):
    assert bool(COLOUR.search(path.read_text(encoding="utf-8"))) == (path.stem == "look")


def test_nothing_is_told_by_colour_alone():
    assert len({(verdict.fill, *verdict.dash) for verdict in look.VERDICTS.values()}) == len(look.VERDICTS)
    assert len({check.sign for check in look.CHECKS.values()}) == len(look.CHECKS)
    assert {key for key, verdict in look.VERDICTS.items() if verdict.colour == look.CHILD} == {"child"}
    assert look.CHILD not in {check.colour for check in look.CHECKS.values()}


def test_room_and_thinning_keep_to_their_rules():
    assert [look.reach(count) for count in (0, 1, 60, 100)] == [0, 2, 62, 103]
    assert look.reach(40, room=10) == 44
    assert look.ticks(range(1, 27)) == [*range(2, 27, 2)]
    assert look.ticks(range(1, 28))[-1] == 27
