"""Turn ready Vega-Lite specifications into pictures, here or in a process of its own.

Run as a script it answers each line of JSON with one line of base64. It imports nothing of this project, to start fast.
"""

import base64
import contextlib
import json
import os
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


class PictureError(RuntimeError):
    """A picture or page that could not be made, because what makes it was ended; the message says what to do."""

    def __init__(self) -> None:
        """Say what to do."""
        super().__init__("What draws the pictures was ended midway, so there is no file. Press the button again.")


@contextmanager
def apart() -> Iterator[Convert]:
    """Give a converter that works in a process of its own until the block ends.

    The JavaScript engine holds Python's lock while it draws, up to a second a picture: here, every other session would wait
    for it, and its memory would stay. However the block ends, the process ends with it.

    Raises:
        PictureError: the process was ended from outside; a new block starts a new one.
    """
    process = subprocess.Popen([sys.executable, "-P", __file__], stdin=subprocess.PIPE, stdout=subprocess.PIPE)
    jobs, pictures = process.stdin, process.stdout
    assert jobs is not None
    assert pictures is not None

    def convert_apart(kind: str, drawn: dict[str, Any], scale: float) -> bytes:
        with contextlib.suppress(BrokenPipeError):
            jobs.write(json.dumps([kind, drawn, scale]).encode() + b"\n")
            jobs.flush()
        # A process that was ended while it wrote leaves half a line.
        if not (line := pictures.readline()).endswith(b"\n"):
            raise PictureError
        return base64.b64decode(line)

    try:
        yield convert_apart
    finally:
        process.kill()
        process.wait()
        pictures.close()
        with contextlib.suppress(BrokenPipeError):
            jobs.close()


if __name__ == "__main__":
    try:
        for job in sys.stdin:
            print(base64.b64encode(convert(*json.loads(job))).decode(), flush=True)
    except BrokenPipeError:
        os._exit(1)  # nobody waits for it any more
