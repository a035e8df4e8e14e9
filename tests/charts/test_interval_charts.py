"""Charts of the dosing interval: valid, named, the same for every setting, and no line without its name."""

import altair as alt
import pytest
from jsonschema.validators import validator_for

import queries
import simulated
from charts import export
from data.source import Choice
from figures import show

# One of each chart; the others differ in the quantity alone.
CHARTS = [simulated.COURSES[0], simulated.TROUGHS[1], simulated.CHILD, simulated.AFTER]
EVERYTHING = Choice(queries.built_in())


@pytest.fixture(scope="module")
def schema():
    loaded = alt.load_schema()
    return validator_for(loaded)(loaded)


@pytest.mark.parametrize("figure", CHARTS, ids=lambda one: one.query)
def test_a_chart_is_valid_and_named_and_every_line_has_its_name(schema, figure):
    view = show(figure, EVERYTHING, **simulated.FIRST)
    drawn = view.specification()
    schema.validate(drawn)
    assert len(drawn["description"]) > 20
    assert "tooltip" in str(drawn)
    rows = view.objects()
    assert {row.model for row in rows if row.kind in ("line", "weights")} == {row.model for row in rows if row.kind == "name"}
    assert not [layer for layer in drawn["layer"] if "data" in layer], "a layer with rows of its own would get none on a page"
    other = show(figure, EVERYTHING, **{**simulated.FIRST, "weight": 80, "baseline": 300, "missed": ["2"], "every": 6})
    assert other.specification() == drawn
    assert other.table.schema == view.table.schema
    assert export.complete(figure.chart, view.rows(), view.options(), view.title, view.notes)["title"]["text"] == view.title
