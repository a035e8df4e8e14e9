"""Many processes behind one door: a dead one is replaced, and what cannot start says why and what to do."""

import os
import shutil
import socket
import subprocess
import sys
import threading

import pytest

from deploy import serve
from tests.conftest import ROOT


@pytest.fixture
def busy():
    with socket.socket() as listening:
        listening.bind(("127.0.0.1", 0))
        listening.listen()
        yield listening.getsockname()[1]


def test_a_port_in_use_is_told_with_another_to_choose(monkeypatch, busy):
    monkeypatch.setattr(sys, "argv", ["serve.py", str(busy)])
    monkeypatch.setattr(shutil, "which", lambda name: name)
    assert serve.main() == f"Port {busy} is in use. Stop what listens there, or choose another: make serve PORT={busy + 100}"


def test_a_missing_proxy_is_told_with_its_remedy(monkeypatch):
    monkeypatch.setattr(sys, "argv", ["serve.py"])
    monkeypatch.setattr(shutil, "which", lambda name: None)
    assert "apt-get install caddy" in serve.main()


def test_a_process_that_dies_or_falls_silent_is_replaced_while_the_proxy_runs(monkeypatch, capfd):
    started, pause = [], threading.Event()
    monkeypatch.setattr(serve, "app", lambda port: started.append(port) or subprocess.Popen(["sleep", "60"]))
    monkeypatch.setattr(serve, "well", lambda port, health: port != 3)
    monkeypatch.setattr(serve, "EVERY", 0.1)
    monkeypatch.setattr(serve.time, "sleep", lambda seconds: pause.wait(seconds / 20))
    running = {port: subprocess.Popen(["sleep", "60"]) for port in (1, 2, 3)}
    running[1].kill()
    proxy = subprocess.Popen(["sleep", "1.5"])
    assert "Caddy ended" in serve.watch(running, proxy, "/health")
    assert started.count(1) == 1
    assert 2 not in started
    assert 3 in started
    assert "port 1 ended (status -9)" in capfd.readouterr().out
    for process in running.values():
        process.kill()
        process.wait()


@pytest.mark.skipif(not shutil.which("caddy"), reason="Caddy is needed for make serve alone")
def test_the_proxy_takes_its_configuration():
    told = {"SITE": ":9", "BIND": "127.0.0.1", "PROCESSES": "127.0.0.1:1 127.0.0.1:2", "SECRET": "s", "HEALTH": "/h"}
    command = ["caddy", "validate", "--adapter", "caddyfile", "--config", str(ROOT / "deploy" / "Caddyfile")]
    subprocess.run(command, env={**os.environ, **told}, check=True, capture_output=True)
