"""The figure of a step as a picture of a wanted width, without the title that its place prints as text."""

import re
from typing import Any

from charts import export
from charts.renderer import Convert
from figures import Exhibit
from present.talk import Step

# A drawing area wide enough for every chart, from which the width of its labels is measured.
TRIAL = 400


def drawn(exhibit: Exhibit) -> dict[str, Any]:
    """Give the specification of a figure with its rows."""
    return export.complete(exhibit.figure.chart, exhibit.rows(), exhibit.options())


def size(figure: dict[str, Any], convert: Convert) -> tuple[float, float]:
    """Give the width of the labels beside the drawing area of a figure, and its whole height, in pixels.

    Raises:
        ValueError: the picture does not say how large it is.
    """
    svg = convert("svg", {**figure, "width": TRIAL}, 1)
    found = re.search(rb'<svg[^>]*? width="([\d.]+)" height="([\d.]+)"', svg)
    if not found:
        raise ValueError("the picture has no size")
    return float(found[1]) - TRIAL, float(found[2])


def fitted(kind: str, figure: dict[str, Any], labels: float, total: float, convert: Convert, scale: float = 2) -> bytes:
    """Give the picture of a figure, as near to a total width in pixels as its labels let it be.

    Args:
        kind: ``svg``, ``pdf`` or ``png``.
        labels: their width, from :func:`size`; total: the wanted width with them.
        convert: the converter of :func:`charts.renderer.apart`; scale: pixels of a ``png`` for one of the figure.
    """
    return convert(kind, {**figure, "width": max(120, round(total - labels))}, scale)


def described(step: Step) -> str:
    """Give what a picture shows to those who do not see it: the title of the step and the description of its chart."""
    assert step.exhibit is not None
    return f"{step.title}. {step.exhibit.specification()['description']}"
