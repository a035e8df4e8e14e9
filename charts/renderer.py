"""Turn ready Vega-Lite specifications into pictures, here or as a process of its own.

As a script it answers each line of JSON with one line of base64. It imports nothing of this project, so that it starts fast.
"""

import base64
import json
import sys
from typing import Any

import vl_convert


def convert(kind: str, drawn: dict[str, Any], scale: float) -> bytes:
    """Give a specification with its rows as an ``svg``, ``pdf`` or ``png`` file.

    Args:
        scale: pixels of a ``png`` for one of the chart.
    """
    if kind == "svg":
        return vl_convert.vegalite_to_svg(drawn).encode()
    if kind == "pdf":
        return vl_convert.vegalite_to_pdf(drawn)
    return vl_convert.vegalite_to_png(drawn, scale=scale)


if __name__ == "__main__":
    for line in sys.stdin:
        print(base64.b64encode(convert(*json.loads(line))).decode(), flush=True)
