"""What the charts of outcomes say stands in their pictures, in words where a shade alone would say it."""

import pytest

from charts import export, gaps, outcomes
from tests.charts.drawings import Drawing

PEDIATRIC = '{"age_group": "pediatric"}'


@pytest.fixture
def drawn():
    """Rows and picture of one chart of outcomes."""

    def draw(name, chosen="{}"):
        figure = gaps.gaps if name == "gaps" else getattr(outcomes, name)
        rows = Drawing(f"outcomes/{name}", figure, limited=False).rows(chosen)
        return rows, export.picture("svg", figure, rows, (), "", []).decode()

    return draw


def test_every_bar_carries_its_denominator_and_its_categories(drawn):
    rows, svg = drawn("responses")
    for text in ["n = 13", "5 complete, 3 major, 3 partial, 2 withdrawn", "17 partial (derived)"]:
        assert text in svg
    assert svg.count('aria-roledescription="bar"') == len(rows)


def test_the_trial_shows_both_baselines_and_both_tests(drawn):
    _, svg = drawn("trial")
    for text in ["52.0", "104.0", "n = 7", "n = 9", "p = 0.286 and p = 0.941, not significant"]:
        assert text in svg


def test_empty_cells_are_drawn_with_a_dash_and_a_dotted_outline(drawn):
    rows, svg = drawn("gaps")
    empty = (rows["at_most"] == 0).sum()
    assert empty
    assert svg.count(">–<") == empty
    assert svg.count('stroke-dasharray="1,2"') == empty
    assert svg.count('aria-roledescription="bar"') == len(rows) == 12


def test_what_fades_is_also_said_in_words(drawn):
    rows, _ = drawn("responses", PEDIATRIC)
    for row in rows.itertuples():
        assert (row.verdict in row.heading) == (row.verdict not in ("certain", "child"))
