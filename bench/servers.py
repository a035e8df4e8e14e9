"""Start the app, the empty page or the naive page on a free port, and stop it again."""

import os
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO, NamedTuple
from urllib.request import urlopen

ROOT = Path(__file__).parent.parent
# Where the file lies that cuts Python off from the network.
GUARD = ROOT / "tests" / "browser" / "guard"
APP, EMPTY, NAIVE = "app.py", "bench/empty.py", "bench/naive.py"


class Server(NamedTuple):
    """A running server: its port, its process, and the wall-clock time of its start in milliseconds."""

    port: int
    pid: int
    started: float


def free_port() -> int:
    """Give a port at which nobody listens."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


def healthy(port: int) -> bool:
    """Say whether a server answers at a port."""
    try:
        with urlopen(f"http://127.0.0.1:{port}/_stcore/health", timeout=1) as answer:
            return bool(answer.status == 200)
    except OSError:
        return False


@contextmanager
def serve(script: str, folder: Path = ROOT, log: IO[str] | None = None) -> Iterator[Server]:
    """Run a script of a checkout with the app's own settings until the block ends; it answers when the block begins.

    Args:
        log: where warnings and errors go, and every call of the server to another machine, which is refused.
    """
    port = free_port()
    started = time.time() * 1000
    process = subprocess.Popen(
        [sys.executable, "-m", "streamlit", "run", script, "--server.port", str(port), "--logger.level", "warning"],
        cwd=folder,
        stdout=log or subprocess.DEVNULL,
        stderr=log,
        env={**os.environ, "PYTHONPATH": str(GUARD)} if log else None,
    )
    try:
        while not healthy(port):
            if process.poll() is not None or time.time() * 1000 - started > 60_000:
                raise RuntimeError(f"{script} does not start; run it by hand to see why")
            time.sleep(0.01)
        yield Server(port, process.pid, started)
    finally:
        process.terminate()
        try:
            process.wait(10)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()


@contextmanager
def together() -> Iterator[tuple[Server, Server, Server]]:
    """Run the app, the empty page and the naive page side by side."""
    with serve(APP) as app, serve(EMPTY) as empty, serve(NAIVE) as naive:
        yield app, empty, naive


def memory(server: Server) -> float:
    """Give the resident memory of a server in megabytes."""
    status = Path(f"/proc/{server.pid}/status").read_text(encoding="utf-8")
    return int(status.split("VmRSS:")[1].split()[0]) / 1024
