"""The process that draws pictures may be ended at any time: a clear error, nothing left behind, and the next one draws."""

import subprocess

import pytest

from charts import renderer

CHART = {"data": {"values": [{"a": 1}]}, "mark": "point", "encoding": {"x": {"field": "a", "type": "quantitative"}}}


def test_a_process_that_is_ended_midway_is_told_and_leaves_nothing(monkeypatch):
    made = []
    start = subprocess.Popen
    monkeypatch.setattr(subprocess, "Popen", lambda *given, **more: made.append(start(*given, **more)) or made[-1])
    with renderer.apart() as convert:
        made[0].kill()
        with pytest.raises(renderer.PictureError, match="Press the button again"):
            convert("svg", CHART, 1)
    with renderer.apart() as convert:
        assert convert("svg", CHART, 1).startswith(b"<svg")
    # Waited for: no zombie.
    assert [process.returncode is not None for process in made] == [True, True]
