"""Every chart is valid, named, the same for every filter, and carries title, filter and source into its picture."""

import re
from math import ceil

import altair as alt
import pytest
from jsonschema.validators import validator_for

import queries
from charts import doses, export, literature
from data.source import Choice
from tests.charts.drawings import COMPARED, EVERY, FILTERED, OTHER, OUTCOMES, SETTINGS, SIDES, SILENT, name

NOBODY = '{"age": [99, 100]}'
FILTERS = [
    "{}",
    '{"age_group": "pediatric"}',
    '{"ige": ["down"]}',
    NOBODY,
    '{"disease": "cutaneous", "possible": false}',
    '{"without": ["distler2020"]}',
]
PAIRS = [SIDES, f'{{"sides": [{{}}, {NOBODY}]}}', f'{{"sides": [{NOBODY}, {NOBODY}]}}']
CHANGING = [(drawing, FILTERS) for drawing in [*FILTERED, *OUTCOMES]] + [(drawing, PAIRS) for drawing in COMPARED]


@pytest.fixture(scope="module")
def schema():
    loaded = alt.load_schema()
    return validator_for(loaded)(loaded)


@pytest.mark.parametrize("drawing", EVERY, ids=name)
def test_every_chart_is_valid_named_and_has_units_and_tooltips(schema, drawing):
    drawn = export.specification(drawing.figure, *drawing.given())
    schema.validate(drawn)
    assert len(drawn["description"]) > 20
    assert "tooltip" in str(drawn)
    # A layer that named other rows than those of the chart would stay empty on a page, which hands rows to the whole alone.
    assert all("values" in layer["data"] for layer in drawn.get("layer", []) if "data" in layer)
    assert "http" not in str(drawn)


@pytest.mark.parametrize("limits", [OTHER, SILENT], ids=["other", "silent"])
@pytest.mark.parametrize("figure", [literature.ages, doses.dose, literature.therapy], ids=lambda figure: figure.__name__)
def test_charts_whose_axes_have_stops_are_valid_in_every_source(schema, figure, limits):
    schema.validate(export.specification(figure, limits))


def without_data(spec):
    if isinstance(spec, dict):
        inner = ("data", "datasets", "$schema", "name", "views")
        return {key: without_data(value) for key, value in spec.items() if key not in inner}
    return [without_data(value) for value in spec] if isinstance(spec, list) else spec


@pytest.mark.parametrize(("drawing", "filters"), CHANGING, ids=[name(drawing) for drawing, _ in CHANGING])
def test_specification_columns_and_types_never_depend_on_the_filter(drawing, filters):
    constant = without_data(export.specification(drawing.figure, *drawing.given()))
    schemas = []
    for chosen in filters:
        with alt.utils.schemapi.debug_mode(False):  # valid above; here only compared, and faster
            drawn = drawing.figure(drawing.rows(chosen), *drawing.given()).to_dict(validate=False)
        assert without_data(drawn) | {"padding": export.ROOM} == constant
        choice = Choice(queries.built_in(), chosen)
        schemas.append(queries.ask(drawing.query, choice, **{**SETTINGS, **drawing.settings}).schema)
    assert all(found == schemas[0] for found in schemas)


def height(drawing):
    return export.plot_height(export.specification(drawing.figure, *drawing.given()), drawing.rows())


def plot(svg):
    """The height of the plot in a picture, which Vega lays out itself; of views below each other, with the axis between them."""
    heights = re.findall(r'class="background"[^>]*? d="M0\.5,0\.5h[\d.]+v([\d.]+)h', svg)
    return ceil(sum(map(float, heights))) + (10 + export.AXIS if len(heights) > 1 else 0)


@pytest.mark.parametrize("drawing", EVERY, ids=name)
def test_a_picture_carries_title_filter_and_source_at_the_foretold_height(drawing):
    rows, notes = drawing.rows(), ["6 of 81 patients", "Source: the paper"]
    svg = export.picture("svg", drawing.figure, rows, drawing.given(), "What is seen", notes).decode()
    for text in ["What is seen", *notes]:
        assert text in svg
    assert height(drawing) == plot(svg)


def test_a_picture_can_be_a_png():
    drawing = EVERY[0]
    png = export.picture("png", drawing.figure, drawing.rows(), drawing.given(), "What is seen", [])
    assert png.startswith(b"\x89PNG")


def test_plots_of_the_talk_have_the_heights_that_fit_their_lines():
    heights = {
        "outcomes/gaps": 408, "case/score": 280, "case/story": 378, "literature/publications": 361, "comparison/proportions": 295,
        "directions/plot": 462, "outcomes/trial": 330, "outcomes/responses": 384, "literature/ages": 399, "paper/claims": 272,
    }  # fmt: skip
    found = {drawing.query: height(drawing) for drawing in EVERY}
    assert {query: found[query] for query in heights} == heights
