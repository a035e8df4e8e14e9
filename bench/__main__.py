"""Run every measure in turn and print the table."""

import argparse
import os
import platform
from collections.abc import Callable, Iterator

import streamlit

from bench import reader, rows, sessions, takeaway

MEASURES: dict[str, Callable[[int], Iterator[rows.Times] | Iterator[rows.Memory] | Iterator[rows.Times | rows.Memory]]] = {
    "browser": reader.filter_changes,
    "verdicts": reader.verdict_changes,
    "talk": reader.step_changes,
    "server": sessions.reruns,
    "models": sessions.models,
    "cold": reader.cold_starts,
    "memory": sessions.memory,
    "takeaway": takeaway.files,
}

parser = argparse.ArgumentParser(prog="python -m bench", description=__doc__)
parser.add_argument("--repeats", type=int, default=30, help="how often each time is taken, 2 to 60 (cold starts: at most 10)")
parser.add_argument("--only", choices=list(MEASURES), help="take this measure alone")
arguments = parser.parse_args()

print(
    f"Streamlit {streamlit.__version__}, Python {platform.python_version()}, {os.cpu_count()} cores, "
    f"load {os.getloadavg()[0]:.1f}. App, empty page and naive page in turn."
)
print(rows.HEAD, flush=True)
for name, measure in MEASURES.items():
    if arguments.only in (None, name):
        for row in measure(arguments.repeats):
            print(rows.line(row), flush=True)
