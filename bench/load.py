"""Many readers at once: what an answer takes, whether each is right, and what readers leave behind when they are gone.

``make load READERS=200`` serves the app as ``make serve`` does; ``--one`` measures a single process. Every answer is held
against the answer that a reader gets who is alone on a server of his own.
"""

import argparse
import asyncio
import os
import random
import re
import statistics
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any, NamedTuple
from urllib.request import Request, urlopen

from streamlit.proto.WidgetStates_pb2 import WidgetState
from websockets.exceptions import WebSocketException

from bench import servers
from bench.crowd import PATIENCE, Reader, Step, Walk, arrive, ask, digest, do, truth, walks

# How long a reader thinks between two answers in the mean, and how long it takes until all have come, in seconds.
THINKING, COMING = 8.0, 60.0
# How long the server keeps a session whose reader has left, in seconds (Streamlit's own setting).
KEPT = 120


class Answer(NamedTuple):
    """One answer: when it was asked, how long it took in milliseconds, whether it opened a session, and what was wrong."""

    asked: float
    taken: float
    opening: bool
    wrong: str = ""


class Use(NamedTuple):
    """What all processes of the app use together: megabytes, file descriptors and threads."""

    memory: float
    files: int
    threads: int


def processes(port: int) -> list[int]:
    """Give the processes of the app below a port: its own, or those of ``deploy/serve.py`` that have the next ones."""
    found = []
    for folder in Path("/proc").glob("[0-9]*"):
        try:
            words = (folder / "cmdline").read_bytes().decode(errors="replace").split("\0")
        except OSError:
            continue
        if "--server.port" in words and port <= int(words[words.index("--server.port") + 1]) <= port + (os.cpu_count() or 1):
            found.append(int(folder.name))
    return found


def use(port: int) -> Use:
    """Give what the processes below a port use."""
    memory, files, threads = 0.0, 0, 0
    for process in processes(port):
        status = Path(f"/proc/{process}/status").read_text(encoding="utf-8")
        memory += int(status.split("VmRSS:")[1].split()[0]) / 1024
        threads += int(status.split("Threads:")[1].split()[0])
        files += len(os.listdir(f"/proc/{process}/fd"))
    return Use(memory, files, threads)


@contextmanager
def spread() -> Iterator[int]:
    """Serve the app as ``make serve`` does until the block ends; give the port."""
    port = 9500 + os.getpid() % 400
    process = subprocess.Popen([sys.executable, "deploy/serve.py", str(port)], cwd=servers.ROOT, stdout=subprocess.DEVNULL)
    try:
        end = time.monotonic() + 60
        while not all(servers.healthy(port + place) for place in range(1 + (os.cpu_count() or 1))):
            if process.poll() is not None or time.monotonic() > end:
                raise RuntimeError("make serve does not start; run it by hand to see why")
            time.sleep(0.1)
        yield port
    finally:
        process.terminate()
        process.wait(30)


async def stroll(
    port: int, walk: Walk, told: Sequence[str], think: float, until: float, answers: list[Answer]
) -> Reader | None:
    """Walk as one reader, thinking between steps, and note every answer; give the reader, still connected."""
    reader = None
    for place, (step, wanted) in enumerate(zip(walk, told, strict=True)):
        if time.monotonic() > until:
            break
        asked = time.monotonic()
        try:
            reader = reader or await arrive(port)
            taken = await do(reader, step)
            wrong = "" if digest(reader) == wanted else f"step {place} of {walk[: place + 1]}"
        except (OSError, RuntimeError, TimeoutError, WebSocketException) as error:
            answers.append(Answer(asked, 1000 * PATIENCE, place == 0, f"{type(error).__name__}: {error}"))
            return reader
        answers.append(Answer(asked, taken, place == 0, wrong))
        await asyncio.sleep(random.uniform(0.5, 1.5) * think)
    return reader


async def reading(port: int, strolls: list[Walk], told: list[list[str]], until: float, answers: list[Answer]) -> list[Reader]:
    """Walk one walk after the other until time is up, each in a session of its own; give the last reader, still there."""
    last: Reader | None = None
    while time.monotonic() < until:
        if last:
            await last.socket.close()
        number = random.randrange(len(strolls))
        last = await stroll(port, strolls[number], told[number], THINKING, until, answers)
    return [last] if last else []


async def making(port: int, until: float, made: list[float]) -> None:
    """Make slides and handout of the talk in turn until time is up; note the seconds each took.

    Raises:
        RuntimeError: what came is no such file.
    """
    reader = await arrive(port)
    await do(reader, Step("present", {}))
    reader.state.widget_states.widgets.append(WidgetState(id=drawn(reader, "more")[0], bool_value=True))
    await ask(reader)
    kinds = {"slides": b"PK", "handout": b"%PDF"}
    while time.monotonic() < until:
        for kind, begin in kinds.items():
            identity, fragment, _ = drawn(reader, f"make-{kind}")
            reader.state.widget_states.widgets.append(WidgetState(id=identity, trigger_value=True))
            reader.state.fragment_id = fragment
            made.append(await ask(reader, 10 * PATIENCE) / 1000)
            reader.state.fragment_id = ""
            del reader.state.widget_states.widgets[-1]
            url = drawn(reader, f"save-{kind}")[2].download_button.url
            if not (await asyncio.to_thread(_fetched, port, url, reader.cookie)).startswith(begin):
                raise RuntimeError(f"no {kind} came")
    await reader.socket.close()


def drawn(reader: Reader, key: str) -> tuple[str, str, Any]:
    """Give the identity of a widget by its key, the fragment that drew it, and the widget itself."""
    for _, fragment, part in reader.page.parts.values():
        identity = str(getattr(getattr(part, part.WhichOneof("type") or "", None), "id", ""))
        if re.fullmatch(rf"\$\$ID-[0-9a-f]+-{key}", identity):
            return identity, fragment, part
    raise RuntimeError(f"there is no {key} on the page")


def _fetched(port: int, url: str, cookie: str) -> bytes:
    with urlopen(Request(f"http://127.0.0.1:{port}{url}", headers={"Cookie": cookie}), timeout=PATIENCE) as answer:
        return bytes(answer.read())


def row(name: str, answers: Sequence[Answer], alone: float) -> str:
    """Give a line of the table: how many, median and 95th percentile, its ratio to a reader alone, errors and wrong answers."""
    taken = sorted(answer.taken for answer in answers)
    if len(taken) < 2:
        return f"{name:<44}{len(taken):>8}"
    p95 = statistics.quantiles(taken, n=20)[-1]
    errors = sum(answer.taken >= 1000 * PATIENCE for answer in answers)
    wrong = sum(bool(answer.wrong) for answer in answers) - errors
    return (
        f"{name:<44}{len(taken):>8}{statistics.median(taken):>9.0f}{p95:>9.0f}{taken[-1]:>9.0f}{p95 / alone:>9.1f}"
        f"{errors:>8}{wrong:>7}"
    )


HEAD = f"{'':<44}{'answers':>8}{'p50 ms':>9}{'p95 ms':>9}{'max ms':>9}{'p95/one':>9}{'errors':>8}{'wrong':>7}"


async def measure(
    port: int, readers: int, seconds: float, strolls: list[Walk], told: list[list[str]], stay: bool, leave: bool
) -> None:
    """Measure one reader alone, then many, then many while three make files, and what is left when they are gone."""
    first: list[Answer] = []
    for walk, digests in zip(strolls, told, strict=True):
        if alone_reader := await stroll(port, walk, digests, 0.05, time.monotonic() + 1000, first):
            await alone_reader.socket.close()
    alone: list[Answer] = []
    for walk, digests in zip(strolls[:10], told[:10], strict=True):
        if alone_reader := await stroll(port, walk, digests, 0.3, time.monotonic() + 1000, alone):
            await alone_reader.socket.close()
    median = statistics.median(answer.taken for answer in alone)
    if not stay:
        # What makes files is loaded with the first of them and stays; it belongs to the server, not to its readers.
        for _ in range(len(processes(port))):
            await making(port, time.monotonic() + 0.1, [])
    before = use(port)
    print(HEAD)
    print(row("one reader, every walk for the first time", first, median))
    print(row("one reader, walks seen before", alone, median), flush=True)
    answers: list[Answer] = []
    begun = time.monotonic()
    end = begun + COMING + seconds * (2 if not stay else 1)

    async def later(delay: float) -> list[Reader]:
        await asyncio.sleep(delay)
        return await reading(port, strolls, told, end, answers)

    made: list[float] = []
    last_third = begun + COMING + seconds

    async def makers() -> None:
        await asyncio.sleep(last_third - time.monotonic())
        await asyncio.gather(*(making(port, end, made) for _ in range(3)))

    tasks = [later(COMING * place / readers) for place in range(readers)]
    gone = asyncio.gather(*tasks)
    others = asyncio.create_task(makers()) if not stay else None
    await asyncio.sleep(COMING + seconds - 2)
    full = use(port)
    staying = [reader for some in await gone for reader in some]
    if others:
        await others
    for name, chosen in [
        (f"{readers} readers come within a minute", [a for a in answers if a.asked < begun + COMING]),
        (f"{readers} readers are there", [a for a in answers if begun + COMING <= a.asked < last_third]),
        (
            " - of these, the first answer of a session",
            [a for a in answers if begun + COMING <= a.asked < last_third and a.opening],
        ),
        (f"the same while three make files ({len(made)} made)", [a for a in answers if a.asked >= last_third]),
    ]:
        print(row(name, chosen, median))
    for wrong in sorted({answer.wrong for answer in answers if answer.wrong})[:5]:
        print("   ", wrong[:300])
    if made:
        print(f"a file took {statistics.median(made):.1f} s at the median, {max(made):.1f} s at most")
    for reader in staying:
        await reader.socket.close()
    if not leave:
        return
    await asyncio.sleep(KEPT + 5)
    # What is kept of those who left is thrown away when the next one leaves.
    for _ in range(4):
        reader = await arrive(port)
        await do(reader, Step("", {}))
        await reader.socket.close()
    await asyncio.sleep(5)
    after = use(port)
    print(f"\n{'':<24}{'memory MB':>10}{'files':>8}{'threads':>9}")
    for name, used in [("before they came", before), (f"{readers} connected", full), ("after they left", after)]:
        print(f"{name:<24}{used.memory:>10.0f}{used.files:>8}{used.threads:>9}")
    print(
        f"per session {(full.memory - before.memory) / readers:.2f} MB; after they left {after.memory / before.memory - 1:+.1%}"
    )


def main() -> None:
    """Measure what is asked for and print the tables."""
    parser = argparse.ArgumentParser(prog="python -m bench.load", description=__doc__)
    parser.add_argument("--readers", type=int, default=200)
    parser.add_argument("--one", action="store_true", help="one process, as make run starts it")
    parser.add_argument(
        "--seconds", type=float, default=120, help="how long all are there, and as long again while files are made"
    )
    parser.add_argument("--walks", type=int, default=60, help="how many different walks there are")
    parser.add_argument("--no-files", action="store_true", help="without the part in which files are made")
    parser.add_argument("--no-leave", action="store_true", help="without waiting for what is left when they are gone")
    asked = parser.parse_args()
    strolls = walks(asked.walks)
    with servers.serve(servers.APP) as server:
        told = asyncio.run(truth(server.port, strolls))
    steps = sum(map(len, told))
    print(
        f"{asked.readers} readers, {THINKING:.0f} s to think, {len(strolls)} walks of {steps} answers; "
        f"load of the machine {os.getloadavg()[0]:.1f}."
    )
    if asked.one:
        with servers.serve(servers.APP) as server:
            asyncio.run(measure(server.port, asked.readers, asked.seconds, strolls, told, asked.no_files, not asked.no_leave))
    else:
        with spread() as port:
            asyncio.run(measure(port, asked.readers, asked.seconds, strolls, told, asked.no_files, not asked.no_leave))


if __name__ == "__main__":
    main()
