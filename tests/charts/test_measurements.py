"""The child's measurements as they are drawn: each mark at its printed value, and none where no value is printed."""

import re

import pytest

from charts import case, export
from tests.charts.drawings import FIXED
from tests.queries.from_files import MEASURED

POINT = re.compile(
    r'<path aria-label="([^"]*)"[^>]*? aria-roledescription="point" transform="translate\(([-\d.]+),([-\d.]+)\)"'
)
DRAWINGS = {
    drawing.options[0] if drawing.options else "symptom score": drawing
    for drawing in FIXED
    if drawing.query in ("case/score", "case/biomarkers")
}


def points(quantity):
    """Where the points of a chart stand in its picture, by the row of the file that each names."""
    drawing = DRAWINGS[quantity]
    svg = export.picture("svg", drawing.figure, drawing.rows(), drawing.options, "", []).decode()
    rows = [row for row in MEASURED.values() if row["quantity"] == quantity]
    return rows, svg, {
        next(row["measurement_id"] for row in rows if f"Occasion: {row['occasion']};" in label): (float(x), float(y))
        for label, x, y in POINT.findall(svg)
    }  # fmt: skip


@pytest.mark.parametrize("quantity", case.BIOMARKERS)
def test_each_printed_value_stands_where_it_is(quantity):
    rows, _, drawn = points(quantity)
    printed = {row["measurement_id"]: float(row["low"]) for row in rows if row["low"] and "limit" not in row["statistic"]}
    # The baseline is once itself.
    printed |= {row["measurement_id"]: 1.0 for row in rows if row["unit"] == "kU/l"}
    assert {name: x / 720 * case.BIOMARKERS[quantity][1] for name, (x, _) in drawn.items()} == pytest.approx(printed, abs=0.01)


def test_a_score_stands_where_it_is_printed_and_nowhere_else():
    rows, svg, drawn = points("symptom score")
    exact = {row["measurement_id"]: float(row["low"]) for row in rows if row["low"] and row["low"] == row["high"]}
    assert {name: 11.4 - y / 280 * 12 for name, (_, y) in drawn.items()} == pytest.approx(exact, abs=0.01)
    ranges = [row for row in rows if row["low"] != row["high"]]
    # A column says that nothing is printed: it covers all of the axis, and so no value of it.
    columns = [row for row in rows if not row["low"]]
    assert svg.count('aria-roledescription="bar"') == len(ranges) + len(columns)
    assert svg.count("v280h") == 1 + len(columns)  # the background too
    assert len(ranges) == 1
    assert f"{ranges[0]['low']}; high: {ranges[0]['high']}" in svg
    assert not any(row["low"] for row in rows if "relapse" in row["measurement_id"])
