"""Break what can break while readers are there, and print what they see: ``python -m bench.faults [NAME …]``.

What goes wrong before the first start (an old Python, no network, an installation that broke off) is in ``tests/deploy``.
"""

import asyncio
import contextlib
import os
import signal
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import BrowserContext, Page
from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.WidgetStates_pb2 import WidgetState

from bench import servers
from bench.browser import chromium
from bench.crowd import Reader, Step, arrive, ask, do, walks
from bench.load import drawn, use

STILL = Path(__file__).parent.parent / "tests" / "browser" / "still.js"
VIEWS = [
    "", "cohort?age_group=Pediatric&without=Lemal+2019", "dose?dose=150&dose=300&child=true", "table?search=Lemal",
    "comparison?sides=Systemic+and+cutaneous", "directions?biomarker=tryptase&direction=down", "outcomes?age_group=Adult",
    "child?axis=birth&view=Whole+life", "paper-check?topic=Treatment", "present?step=Biomarkers&notes=true",
    "speaker-notes?step=Literature", "about", "appraise",
]  # fmt: skip
ITEM = "Rating: Challenge and rechallenge"


def started(port: int, log: Path, *before: str, **more: str) -> subprocess.Popen[bytes]:
    """Start a server and wait until it answers, or ends.

    Args:
        before: a command that the server is started by; more: settings of its environment.
    """
    command = [*before, sys.executable, "-m", "streamlit", "run", "app.py", "--server.port", str(port)]
    with log.open("ab") as told:
        process = subprocess.Popen(command, cwd=servers.ROOT, stdout=told, stderr=told, env={**os.environ, **more})
    while not servers.healthy(port) and process.poll() is None:
        time.sleep(0.05)
    return process


@contextmanager
def running(*before: str, **more: str) -> Iterator[tuple[int, int, Path]]:
    """Run a server until the block ends; give its port, its process and its log."""
    with tempfile.TemporaryDirectory() as folder:
        port, log = servers.free_port(), Path(folder, "log")
        process = started(port, log, *before, **more)
        try:
            yield port, process.pid, log
        finally:
            process.kill()
            process.wait()


def faults(log: Path) -> str:
    """Give how many lines of a log tell of a fault."""
    lines = log.read_text(encoding="utf-8", errors="replace").splitlines()
    return f"{sum('Traceback' in line or 'Error' in line for line in lines)} faults in the log"


def _open(context: BrowserContext, port: int, view: str) -> Page:
    page = context.new_page()
    page.goto(f"http://127.0.0.1:{port}/{view}")
    page.locator("h1").first.wait_for()
    _settled(page)
    return page


def _settled(page: Page) -> None:
    page.wait_for_function("() => window.still.look()", polling=20)


def killed() -> str:
    """Kill the server while every page is open and one is filtering, and start it again."""
    with tempfile.TemporaryDirectory() as folder, chromium() as browser:
        port, log = servers.free_port(), Path(folder, "log")
        server = started(port, log)
        context = browser.new_context()
        context.add_init_script(path=STILL)
        context.set_default_timeout(60_000)
        pages = [_open(context, port, view) for view in VIEWS]
        rating = pages[-1]
        rating.get_by_test_id("stExpander").filter(has_text="Causality").locator("summary").click()
        rating.get_by_role("radiogroup", name=ITEM).get_by_role("radio", name="yes", exact=True).click()
        _settled(rating)
        # A rater whose answers are on a page that is not open any more.
        away = _open(context, port, "appraise")
        away.get_by_test_id("stExpander").filter(has_text="Causality").locator("summary").click()
        away.get_by_role("radiogroup", name=ITEM).get_by_role("radio", name="no", exact=True).click()
        _settled(away)
        away.get_by_test_id("stSidebarNav").get_by_text("Cohort", exact=True).click()
        _settled(away)
        before = [page.get_by_test_id("stMain").inner_text() for page in pages]
        pages[1].get_by_text("Adult", exact=True).first.click()
        server.kill()
        server.wait()
        time.sleep(2)
        server = started(port, log)
        try:
            time.sleep(10)
            for page in pages:
                _settled(page)
            after = [page.get_by_test_id("stMain").inner_text() for page in pages]
            same = sum(old == new for old, new in zip(before, after, strict=True))
            shown = sum(page.get_by_test_id("stException").count() + page.get_by_role("dialog").count() for page in pages)
            filtered = "36 of 81 patients: 18 years and over" in after[1]
            away.get_by_test_id("stSidebarNav").get_by_text("Appraise", exact=True).click()
            away.get_by_text("1 of 38 items rated").wait_for()
            back = away.get_by_text("are back").count()
        finally:
            server.kill()
            server.wait()
        return (
            f"{same} of {len(pages)} open pages stand as before, the one that was filtering "
            f"{'shows what was asked' if filtered else 'LOST what was asked'}, {shown} errors; "
            f"a rating from a page left before is {'back' if back else 'LOST'}; {faults(log)}"
        )


async def _gone(port: int, log: Path) -> str:
    threads = use(port).threads
    walk = walks(20)
    for number in range(100):
        reader = await arrive(port)
        reader.state.page_name = str(walk[number % 20][0].page)
        await reader.socket.send(BackMsg(rerun_script=reader.state).SerializeToString())
        await asyncio.sleep(0.03)
        reader.socket.transport.abort()
    last = await arrive(port)
    taken = await do(last, Step("cohort", {}))
    await last.socket.close()
    threads = use(port).threads - threads
    return f"100 clients left in mid-run; the next answer takes {taken:.0f} ms, {threads:+d} threads; {faults(log)}"


def gone() -> str:
    """Let clients leave in the middle of a run."""
    with running() as (port, _, log):
        return asyncio.run(_gone(port, log))


async def _slow(port: int, log: Path) -> str:
    other, slow = await arrive(port), await arrive(port)
    for reader in (other, slow):
        await do(reader, Step("cohort", {}))
    alone = [await do(other, Step(None, {"age": [str(low), "100"]})) for low in range(20)]
    before = use(port).memory
    # What is never read: the client stops taking what arrives.
    slow.socket.transport.pause_reading()
    beside = []
    for low in range(60):
        slow.state.query_string = f"age={low % 17}&age=90"
        with contextlib.suppress(TimeoutError):
            async with asyncio.timeout(1):
                await slow.socket.send(BackMsg(rerun_script=slow.state).SerializeToString())
        beside.append(await do(other, Step(None, {"age": [str(low % 20), "100"]})))
    more = use(port).memory - before
    slow.socket.transport.abort()
    await other.socket.close()
    return (
        f"another reader waits {statistics.median(beside):.0f} ms beside one who reads nothing of 60 answers "
        f"({statistics.median(alone):.0f} ms alone), {more:+.0f} MB; {faults(log)}"
    )


def slow() -> str:
    """Let a client ask and never read."""
    with running() as (port, _, log):
        return asyncio.run(_slow(port, log))


async def _pressed(reader: Reader, kind: str) -> str:
    """Press the button that makes a file; give what is told beside it."""
    identity, fragment, _ = drawn(reader, f"make-{kind}")
    reader.state.widget_states.widgets.append(WidgetState(id=identity, trigger_value=True))
    reader.state.fragment_id = fragment
    await ask(reader, 600)
    reader.state.fragment_id = ""
    del reader.state.widget_states.widgets[-1]
    told = [part.markdown.body for _, _, part in reader.page.parts.values() if part.WhichOneof("type") == "markdown"]
    return next((text for text in told if text.startswith(("Ready", "What draws", "The server has"))), "nothing")


async def _making(port: int) -> Reader:
    reader = await arrive(port)
    await do(reader, Step("present", {}))
    reader.state.widget_states.widgets.append(WidgetState(id=drawn(reader, "more")[0], bool_value=True))
    await ask(reader)
    return reader


def _children(pid: int) -> list[tuple[int, str]]:
    """Give the children of a process, each with its state ("Z" is a zombie)."""
    found = []
    for folder in Path("/proc").glob("[0-9]*"):
        with contextlib.suppress(OSError):
            _, _, rest = (folder / "stat").read_text(encoding="utf-8").rpartition(") ")
            if rest.split()[1] == str(pid):
                found.append((int(folder.name), rest.split()[0]))
    return found


async def _drawing(port: int, pid: int, log: Path) -> str:
    reader = await _making(port)
    told = []
    for kind in ["slides", "handout"]:
        task = asyncio.create_task(_pressed(reader, kind))
        while not (children := _children(pid)):
            await asyncio.sleep(0.05)
        await asyncio.sleep(1)
        os.kill(children[0][0], signal.SIGKILL)
        told += [f"{kind}: “{await task}”, then “{await _pressed(reader, kind)}”"]
    await reader.socket.close()
    return f"{'; '.join(told)}; {len(_children(pid))} processes left; {faults(log)}"


def drawing() -> str:
    """Kill what draws pictures in the middle of slides and of a handout, and press again."""
    with running() as (port, pid, log):
        return asyncio.run(_drawing(port, pid, log))


async def _visited(port: int) -> int:
    """Open every page and give how many came."""
    came = 0
    for view in VIEWS:
        reader = await arrive(port)
        await do(reader, Step(view.split("?")[0], {}))
        came += bool(reader.page.parts)
        await reader.socket.close()
    return came


def full() -> str:
    """Start and read where no byte can be written to any temporary folder or home, and ask for slides and a handout."""
    fill = "for at in /tmp /var/tmp; do mount -t tmpfs -o size=4k none $at && head -c 4096 /dev/zero > $at/full; done; "
    read_only = f"mount --bind {servers.ROOT} {servers.ROOT} && mount -o remount,bind,ro {servers.ROOT} && cd {servers.ROOT}; "
    before = ["unshare", "--mount", "sh", "-c", f'{fill}{read_only}exec "$@"', "sh"]
    with running(*before, HOME="/tmp", TMPDIR="/tmp") as (port, _, log):

        async def asked() -> str:
            came, reader = await _visited(port), await _making(port)
            told = [f"{kind}: “{await _pressed(reader, kind)}”" for kind in ["slides", "handout"]]
            await reader.socket.close()
            return f"{came} of {len(VIEWS)} pages come; {'; '.join(told)}"

        return f"{asyncio.run(asked())}; {faults(log)}"


def read_only() -> str:
    """Start and read where nothing of the checkout can be written."""
    mount = f"mount --bind {servers.ROOT} {servers.ROOT} && mount -o remount,bind,ro {servers.ROOT} && cd {servers.ROOT} && "
    with running("unshare", "--mount", "sh", "-c", mount + '! touch x 2>/dev/null && exec "$@"', "sh") as (port, _, log):
        return f"{asyncio.run(_visited(port))} of {len(VIEWS)} pages come; {faults(log)}"


def port_in_use() -> str:
    """Start twice at one port."""
    with running() as (port, _, _):
        command = [sys.executable, "-m", "streamlit", "run", "app.py", "--server.port", str(port)]
        done = subprocess.run(command, cwd=servers.ROOT, capture_output=True, text=True, timeout=60)
        return f"status {done.returncode}: {' / '.join((done.stdout + done.stderr).strip().splitlines())}"


ALL: dict[str, Callable[[], str]] = {
    one.__name__: one for one in [killed, gone, slow, drawing, full, read_only, port_in_use]
}  # fmt: skip

if __name__ == "__main__":
    for name in sys.argv[1:] or ALL:
        print(f"{name}: {ALL[name]()}", flush=True)
