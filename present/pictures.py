"""The figure of a step as a picture of a wanted size, without the title that its place prints as text."""

from charts import large
from charts.renderer import Convert
from figures import Exhibit


def picture(
    kind: str, exhibit: Exhibit, size: tuple[float, float], letters: float, convert: Convert, scale: float = 2
) -> bytes:
    """Give the picture of a figure, exactly as large as its place.

    Args:
        kind: ``svg``, ``pdf`` or ``png``; size: width and height in pixels, with all labels.
        letters: the least size of its type, in the same pixels.
        convert: the converter of :func:`charts.renderer.apart`; scale: pixels of a ``png`` for one of the figure.
    """
    drawn = large.projected(exhibit.figure.chart, exhibit.rows(), exhibit.options(), *size, letters)
    return convert(kind, drawn, scale)


def described(exhibit: Exhibit, title: str) -> str:
    """Give what a picture shows to those who do not see it: a title and the description of its chart."""
    return f"{title}. {exhibit.specification()['description']}"
