"""Slides and handout: the time of each against one picture made beside it, and the memory that stays after them.

The one measure that calls the app itself, because a page tells neither time nor memory of a file apart from its own.
"""

import gc
import os
import time
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

from bench.rows import Memory, Times

# Each takes seconds, so a handful tells enough.
MOST = 10


def _resident() -> float:
    """Give the memory of this process in megabytes."""
    gc.collect()
    status = Path(f"/proc/{os.getpid()}/status").read_text(encoding="utf-8")
    return int(status.split("VmRSS:")[1].split()[0]) / 1024


def _timed(work: Callable[[], object]) -> float:
    started = time.perf_counter()
    work()
    return (time.perf_counter() - started) * 1000


def files(repeats: int) -> Iterator[Times | Memory]:
    """Measure the usual steps as slides, PDF and web page in turn with one figure as a PNG."""
    import figures
    import filters
    import queries
    from charts import renderer
    from data.source import Choice
    from present import deck, handout, pictures, talk
    from words.counts import sentence

    choice = Choice(queries.built_in())

    def picture() -> None:
        with renderer.apart() as convert:
            pictures.picture("png", figures.show(figures.SCORE, choice), (720, 340), 12, convert)

    def write(form: Callable[[talk.Talk], bytes]) -> Callable[[], object]:
        steps = filters.USUAL_STEPS
        return lambda: form(talk.Talk(talk.steps(steps, choice), choice, sentence(choice), "", date.today()))

    works = {
        "ten slides": (write(deck.deck), 12),
        "handout of the usual steps (PDF)": (write(handout.pdf), 12),
        "handout of the usual steps (page)": (write(handout.html), 10),
    }
    for name, (work, target) in works.items():
        for warm_up in [work, picture]:
            warm_up()
        taken, beside, kept, kept_beside = [], [], [], []
        for _ in range(min(repeats, MOST)):
            before = _resident()
            taken.append(_timed(work))
            between = _resident()
            beside.append(_timed(picture))
            kept.append(between - before)
            kept_beside.append(_resident() - between)
        yield Times(f"{name} / one picture", taken, beside, [], target)
        yield Memory(f"memory kept after {name}", kept, kept_beside, [], 3)
