"""The first installation, with a stand-in for Python: what goes wrong is told with its remedy, and the next call begins anew."""

import os
import shutil
import subprocess
import sys

import pytest

from tests.conftest import ROOT

# Makes an environment whose pip notes what it is asked, and fails while there is a file "broken".
PYTHON = f"""#!/bin/sh
[ "$1" = -c ] && exec {sys.executable} -c "import sys; sys.version_info = ($VERSION,) + sys.version_info[2:]; $2"
mkdir -p .venv/bin && touch .venv/half
printf '#!/bin/sh\\necho "$@" >> asked; ! test -e broken\\n' > .venv/bin/python && chmod +x .venv/bin/python
"""


@pytest.fixture
def checkout(tmp_path):
    folder = tmp_path / "a path with blanks"
    folder.mkdir()
    for name in ["Makefile", "requirements.txt", "constraints.txt"]:
        shutil.copy(ROOT / name, folder)
    (folder / "python").write_text(PYTHON)
    (folder / "python").chmod(0o755)
    return folder


def make(folder, python="./python", version="3, 12"):
    done = subprocess.run(
        ["make", ".venv/run", f"PYTHON={python}"], cwd=folder, env={**os.environ, "VERSION": version},
        capture_output=True, text=True,
    )  # fmt: skip
    return done.returncode, done.stdout + done.stderr


def test_a_python_that_is_missing_or_too_old_is_told(checkout):
    code, told = make(checkout, python="python3.99")
    assert code
    assert "There is no python3.99. Install Python 3.11 or newer" in told
    code, told = make(checkout, version="3, 9")
    assert code
    assert "This is Python 3.9; MastoScope needs 3.11 or newer. Name one: make PYTHON=python3.11" in told
    assert not (checkout / ".venv").exists()


def test_an_installation_that_broke_off_is_told_and_begins_anew(checkout):
    (checkout / "broken").touch()
    code, told = make(checkout)
    assert code
    assert "could not be installed" in told
    assert "network" in told
    assert not (checkout / ".venv" / "run").exists()
    (checkout / ".venv" / "rest").touch()
    (checkout / "broken").unlink()
    assert make(checkout)[0] == 0
    assert not (checkout / ".venv" / "rest").exists(), "what broke off is thrown away"
    # A later change of the pins keeps the environment.
    (checkout / ".venv" / "kept").touch()
    os.utime(checkout / ".venv" / "run", (0, 0))
    assert make(checkout)[0] == 0
    assert (checkout / ".venv" / "kept").exists()
    assert len((checkout / "asked").read_text().splitlines()) == 3
