"""Run one process of the app per core behind Caddy, and replace a process that dies or no longer answers.

``make serve`` calls it with a port; systemd and the container do the same. It needs nothing but Python and Caddy.
"""

import argparse
import contextlib
import os
import resource
import secrets
import shutil
import signal
import socket
import subprocess
import sys
import time
from pathlib import Path
from urllib.request import urlopen

ROOT = Path(__file__).resolve().parent.parent
# How often a process is asked whether it is well, in seconds, and after how many silences it is replaced.
EVERY, SILENCES = 5.0, 6


def free(address: str, port: int) -> bool:
    """Say whether nobody listens at a port."""
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((address, port))
        except OSError:
            return False
        return True


def app(port: int) -> subprocess.Popen[bytes]:
    """Start one process of the app, which only this machine reaches."""
    command = [sys.executable, "-m", "streamlit", "run", "app.py", "--server.port", str(port), "--logger.level", "warning"]
    return subprocess.Popen(command, cwd=ROOT, stdout=subprocess.DEVNULL)


def well(port: int, health: str) -> bool:
    """Say whether a process answers."""
    with contextlib.suppress(OSError), urlopen(f"http://127.0.0.1:{port}{health}", timeout=5) as answer:
        return bool(answer.status == 200)
    return False


def watch(running: dict[int, subprocess.Popen[bytes]], caddy: subprocess.Popen[bytes], health: str) -> str:
    """Replace processes of the app for as long as Caddy runs; give why it ended."""
    silent = dict.fromkeys(running, 0)
    asked = time.monotonic()
    while caddy.poll() is None:
        time.sleep(0.2)
        if due := time.monotonic() - asked > EVERY:
            asked = time.monotonic()
        for port, process in running.items():
            if due:
                silent[port] = 0 if well(port, health) else silent[port] + 1
            if process.poll() is None and silent[port] < SILENCES:
                continue
            process.kill()
            print(f"The process at port {port} ended (status {process.wait()}); another takes its place.", flush=True)
            running[port], silent[port] = app(port), 0
            time.sleep(1)  # a process that cannot start at all is tried once a second, no more often
    return f"Caddy ended (status {caddy.returncode}); its last lines above say why."


def main() -> str:
    """Serve until it is asked to stop; give what went wrong, or nothing."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("port", type=int, nargs="?", default=8501)
    parser.add_argument("--address", default="127.0.0.1", help="who may reach it: 0.0.0.0 for everybody")
    parser.add_argument("--site", help="the host's name, for https; :PORT without")
    parser.add_argument("--processes", type=int, default=len(os.sched_getaffinity(0)), help="one per core where it is not said")
    asked = parser.parse_args()
    ports = range(asked.port + 1, asked.port + 1 + asked.processes)
    if not (proxy := shutil.which("caddy")):
        return "Caddy is not installed. Install it, for example with: sudo apt-get install caddy"
    for address, port in [(asked.address, asked.port), *(("127.0.0.1", port) for port in ports)]:
        if not free(address, port):
            return f"Port {port} is in use. Stop what listens there, or choose another: make serve PORT={asked.port + 100}"
    # A session holds four files open, and many systems start a process with a thousand at most.
    resource.setrlimit(resource.RLIMIT_NOFILE, (resource.getrlimit(resource.RLIMIT_NOFILE)[1],) * 2)
    # A cookie of Streamlit's that one process has signed must be good for the next in its place.
    os.environ.setdefault("STREAMLIT_SERVER_COOKIE_SECRET", secrets.token_hex(32))
    base = os.environ.get("STREAMLIT_SERVER_BASE_URL_PATH", "").strip("/")
    health = f"/{base}/_stcore/health" if base else "/_stcore/health"
    processes = " ".join(f"127.0.0.1:{port}" for port in ports)
    settings = {"SITE": asked.site or f"http://:{asked.port}", "BIND": asked.address, "PROCESSES": processes, "HEALTH": health}
    running = {port: app(port) for port in ports}
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(0))
    caddy = subprocess.Popen(
        [proxy, "run", "--config", str(ROOT / "deploy" / "Caddyfile"), "--adapter", "caddyfile"],
        env={**os.environ, **settings, "SECRET": secrets.token_hex(16)},
    )
    print(f"MastoScope: http://{asked.address}:{asked.port}, {asked.processes} processes", flush=True)
    try:
        return watch(running, caddy, health)
    except KeyboardInterrupt:
        return ""
    finally:
        for process in [caddy, *running.values()]:
            process.terminate()
        for process in [caddy, *running.values()]:
            with contextlib.suppress(subprocess.TimeoutExpired):
                process.wait(10)
            process.kill()


if __name__ == "__main__":
    sys.exit(main() or 0)
