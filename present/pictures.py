"""The figure of a step as a picture of a wanted width, without the title that its place prints as text."""

import re

import pandas as pd

import charts
from charts import renderer
from present.talk import Step

# A drawing area wide enough for every chart, from which the width of its labels is measured.
TRIAL = 400


def size(step: Step, rows: pd.DataFrame, convert: renderer.Convert) -> tuple[float, float]:
    """Give the width of the labels beside the drawing area of a step's picture, and its height, in pixels."""
    wide, high = dimensions(_picture("svg", step, rows, TRIAL, 1, convert))
    return wide - TRIAL, high


def drawn(
    kind: str, step: Step, rows: pd.DataFrame, labels: float, total: float, convert: renderer.Convert, scale: float = 2
) -> bytes:
    """Give the picture of a step, as near to a total width in pixels as its labels let it be.

    Args:
        kind: ``svg``, ``pdf`` or ``png``.
        rows: the rows of the step; labels: the width of the labels, from :func:`size`.
        total: the wanted width of drawing area and labels.
        convert: the converter of :func:`charts.renderer.apart`; scale: pixels of a ``png`` for one of the chart.
    """
    return _picture(kind, step, rows, max(120, round(total - labels)), scale, convert)


def dimensions(svg: bytes) -> tuple[float, float]:
    """Give width and height of an SVG picture in pixels.

    Raises:
        ValueError: the picture does not say how large it is.
    """
    found = re.search(rb'<svg[^>]*? width="([\d.]+)" height="([\d.]+)"', svg)
    if not found:
        raise ValueError("the picture has no size")
    return float(found[1]), float(found[2])


def _picture(kind: str, step: Step, rows: pd.DataFrame, width: int, scale: float, convert: renderer.Convert) -> bytes:
    assert step.chart is not None
    return charts.picture(kind, step.chart, rows, step.options, width=width, scale=scale, convert=convert)


def described(step: Step) -> str:
    """Give what a picture shows to those who do not see it: the title of the step and the description of its chart."""
    assert step.chart is not None
    return f"{step.title}. {charts.specification(step.chart, *step.options)['description']}"
