"""Turn ready Vega-Lite specifications into pictures, here or in a process of its own.

Run as a script it answers each line of JSON with one line of base64. It imports nothing of this project, to start fast.
"""

import base64
import json
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

# Turns kind, ready specification and scale into a picture.
Convert = Callable[[str, dict[str, Any], float], bytes]


def convert(kind: str, drawn: dict[str, Any], scale: float) -> bytes:
    """Give a specification with its rows as an ``svg``, ``pdf`` or ``png`` file.

    Args:
        scale: pixels of a ``png`` for one of the chart.
    """
    import vl_convert  # loads a JavaScript engine that no page needs before somebody asks for a picture

    if kind == "svg":
        return vl_convert.vegalite_to_svg(drawn).encode()
    if kind == "pdf":
        return vl_convert.vegalite_to_pdf(drawn)
    return vl_convert.vegalite_to_png(drawn, scale=scale)


@contextmanager
def apart() -> Iterator[Convert]:
    """Give a converter that works in a process of its own until the block ends.

    The JavaScript engine holds Python's lock while it draws, up to a second a picture: here, every other session would wait
    for it, and its memory would stay.
    """
    process = subprocess.Popen([sys.executable, "-P", __file__], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
    with process:
        jobs, pictures = process.stdin, process.stdout
        assert jobs is not None
        assert pictures is not None

        def convert_apart(kind: str, drawn: dict[str, Any], scale: float) -> bytes:
            print(json.dumps([kind, drawn, scale]), file=jobs, flush=True)
            if not (line := pictures.readline()):
                raise RuntimeError("no picture came back; the server's log says why")
            return base64.b64decode(line)

        yield convert_apart


if __name__ == "__main__":
    for job in sys.stdin:
        print(base64.b64encode(convert(*json.loads(job))).decode(), flush=True)
