"""The script behind a figure works out its rows with numpy and scipy alone, and so do the virtual patients apart."""

import csv
import subprocess
import sys
import time

import pytest

import queries
import simulated
from data.source import Choice
from figures import show
from models import apart, schedule

EVERYTHING = Choice(queries.built_in())
SETTINGS = {**simulated.FIRST, "planned": 2, "missed": ["2"], "changed_at": 1, "later": 3}
KINDS = {"line": ["value"], "band": ["low", "high"], "weights": ["low", "high"]}


def followed(settings):
    job = simulated.job(EVERYTHING, settings)
    until = time.monotonic() + 60
    while job.rows is None and not job.failed and time.monotonic() < until:
        time.sleep(0.05)
    assert job.rows, "the process apart gave no band"
    assert job.share == 1
    return job


@pytest.mark.parametrize("figure", [simulated.COURSES[0], simulated.TROUGHS[1], simulated.AFTER], ids=lambda one: one.query)
def test_the_script_of_a_figure_gives_its_rows(figure, tmp_path):
    settings = {**SETTINGS, "virtual": figure is simulated.COURSES[0]}
    if settings["virtual"]:
        job = followed(settings)
        assert simulated.job(EVERYTHING, settings) is job, "a setting is followed once"
        assert apart._jobs
    view = show(figure, EVERYTHING, **settings)
    (tmp_path / "script.py").write_text(view.behind(), encoding="utf-8")
    assert not {"models", "queries", "data"} & {
        line.split()[1].split(".")[0] for line in view.behind().splitlines() if line[:5] in ("from ", "impor")
    }
    # Far from the project, so that it finds nothing of it.
    done = subprocess.run([sys.executable, "-I", "script.py"], cwd=tmp_path, capture_output=True, text=True, check=True)
    found = list(csv.reader(done.stdout.splitlines()))
    # A level of nothing stands in the script and has no place on a logarithmic axis.
    told = {(kind, model, round(float(week), 6)): list(map(float, values)) for kind, model, week, *values in found}
    drawn = [row for row in view.objects() if row.kind in KINDS]
    assert {row.kind for row in drawn} == {row[0] for row in found}
    assert len(drawn) > 20
    for row in drawn:
        expected = [getattr(row, name) for name in KINDS[row.kind]]
        assert told[row.kind, row.model, round(row.week, 6)] == pytest.approx(expected, rel=2e-4), row


def test_the_plan_keeps_the_place_of_what_is_missed_and_changes_its_interval_where_it_is_told_to():
    planned = schedule.planned(4, 5, [3], 4, 6)
    assert [(one.week, one.given) for one in planned] == [(0, True), (4, True), (8, False), (12, True), (18, True)]
    assert schedule.end(4, 5, 4, 6) == 24
    assert schedule.planned(4, 2, [1])[0].given
    year = schedule.year(4, 375, 150)
    assert (year.injections, year.vials_each) == (pytest.approx(13.045, abs=0.001), 3)
    assert year.vials == pytest.approx(3 * year.injections)
