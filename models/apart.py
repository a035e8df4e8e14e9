"""Virtual patients followed in a process of their own, one setting after the other, so that nobody waits for another's."""

import json
import subprocess
import sys
import time
from collections import OrderedDict
from collections.abc import Hashable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from pathlib import Path
from threading import Lock
from typing import Any

ROOT = Path(__file__).parent.parent
MOST_KEPT = 32
# Seconds after which a setting that nobody has looked at any more is not followed.
PATIENCE = 5.0


@dataclass
class Job:
    """The virtual patients of one setting: the share that is done, and the band once all is."""

    share: float = 0.0
    rows: list[list[float]] | None = None
    """As :func:`models.virtual.band` gives them."""
    failed: bool = False
    asked: float = field(default_factory=time.monotonic)


_jobs: OrderedDict[Hashable, Job] = OrderedDict()
_lock = Lock()
_queue = ThreadPoolExecutor(1, thread_name_prefix="virtual patients")


def follow(setting: Any) -> Job:
    """Give the job of a setting, begun where there is none yet; asking again says that somebody still looks at it.

    Args:
        setting: what ``models.virtual`` reads, as nested tuples and numbers: the typical patient, the covariances, day and
            dose of the injections, and the last day.
    """
    with _lock:
        job = _jobs.get(setting)
        if job is None:
            job = _jobs[setting] = Job()
            _queue.submit(_work, setting, job)
        job.asked = time.monotonic()
        _jobs.move_to_end(setting)
        while len(_jobs) > MOST_KEPT:
            _jobs.popitem(last=False)
        return job


def _work(setting: Any, job: Job) -> None:
    if time.monotonic() - job.asked > PATIENCE:
        with _lock:
            _jobs.pop(setting, None)
        return
    command = [sys.executable, "-m", "models.virtual"]
    with subprocess.Popen(command, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdin is not None
        assert process.stdout is not None
        process.stdin.write(json.dumps(setting) + "\n")
        process.stdin.close()
        for line in process.stdout:
            found = json.loads(line)
            if isinstance(found, list):
                job.rows = found
            else:
                job.share = found
    job.failed = job.rows is None
