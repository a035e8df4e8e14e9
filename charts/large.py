"""Charts in large type: for a stage, whose container they fill, and for a slide, whose place they fill."""

from functools import lru_cache
from typing import Any

import pandas as pd

from charts.export import ROOM, Figure, complete, plot_height, specification

# Type on a stage in pixels: 16.5 on a screen of 1280 by 720, 22.5 on one of 1920 by 1080, and never below 13, as on a phone.
TYPE = "max(13, 16.5 + (min(windowSize()[0] * 0.5625, windowSize()[1]) - 720) / 60)"


def _grown(part: Any, growth: str, letters: str) -> Any:
    """Give a part of a specification whose sizes in pixels grow, and whose letters have a least size."""
    if isinstance(part, list):
        return [_grown(item, growth, letters) for item in part]
    if not isinstance(part, dict):
        return part
    grown = {key: _grown(value, growth, letters) for key, value in part.items()}
    for channel in [grown.get("x"), grown.get("y")]:
        if isinstance(channel, dict) and channel.get("type") == "quantitative" and channel.get("axis", {}) is not None:
            channel["axis"] = {"tickCount": 6, **channel.get("axis", {})}
    names = ["labelFontSize", "titleFontSize", "labelLimit"]
    if grown.get("type") in ("text", "point", "bar"):
        names += ["fontSize", "dx", "dy", "height", "size", "yOffset"]
    for name in names:
        if isinstance(grown.get(name), int | float):
            power = f"pow({growth}, 2)" if (name, grown.get("type")) == ("size", "point") else growth
            size = f"{grown[name]} * {power}"
            if name == "labelLimit":
                size = f"{grown[name]} * {letters} / 11"
            grown[name] = {"expr": f"max({letters}, {size})" if name.endswith("ontSize") else size}
    return grown


def _large(drawn: dict[str, Any], growth: str, letters: str) -> dict[str, Any]:
    large: dict[str, Any] = _grown(drawn, growth, letters)
    sizes = {name: {"expr": f"max({letters}, 12 * {growth})"} for name in ["labelFontSize", "titleFontSize"]}
    config = large.get("config", {})
    axis = {**config.get("axis", {}), **sizes, "labelLimit": 700, "labelPadding": 8, "titleFontWeight": "normal"}
    return {**large, "config": {**config, "axis": axis}}


@lru_cache(maxsize=256)
def staged(height: int, figure: Figure, *options: Any) -> dict[str, Any]:
    """Give the specification of a chart for a projector: it fills its container, and type and marks grow with it.

    Args:
        height: what the plot takes in pixels where nothing grows, as :func:`plot_height` gives it for all rows of the source.
        figure, options: as in :func:`specification`.
    """
    room = f"min(containerSize()[0] / 420, (containerSize()[1] - 70) / {height})"
    growth = f"max(0.8, min({TYPE} / 11, {room}))"
    # The turned title of an axis stands a little outside the space that is reckoned for it.
    return {**_large(specification(figure, *options), growth, TYPE), "height": "container", "padding": {**ROOM, "left": 6}}


def projected(
    figure: Figure, rows: pd.DataFrame, options: tuple[Any, ...], width: float, height: float, letters: float
) -> dict[str, Any]:
    """Give the specification of a chart with its rows as the picture of a slide, exactly as large as its place.

    Args:
        width: with all labels, like the height in pixels; letters: the least size of its type in the same pixels.
    """
    drawn = complete(figure, rows, options)
    growth = max(0.8, min(letters / 11, width / 420, (height - 70) / plot_height(drawn, rows)))
    fit = {"type": "fit", "contains": "padding"}
    return {**_large(drawn, f"{growth:.3f}", str(letters)), "width": width, "height": height, "autosize": fit}
