"""Rows that the charts of the dosing interval draw, from the parameters of the models and a setting.

A setting has ``weight`` (kg), ``baseline`` (total IgE, kU/l), ``injected`` (mg), ``every`` and ``later`` (weeks), ``planned``
(injections), ``missed`` (their numbers as texts) and ``changed_at`` (0: never).
"""

from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import Any

import numpy as np

from models import alone, disposition, many, parameters, schedule, virtual
from models.disposition import Patient, Point

MODELS = ["Lowe 2009", "Hayashi 2007"]
WEEKS = range(2, 13)
VALUES = {"drug": "drug", "free IgE": "free_ige", "total IgE": "total_ige"}
INSIDE, OUTSIDE = "inside the data", "outside the data"
Models = Mapping[str, Mapping[str, parameters.Parameter]]
Settings = Mapping[str, Any]
Row = dict[str, Any]


def patients(models: Models, setting: Settings) -> dict[str, Patient]:
    """Give the typical patient of each model for the weight and the IgE of a setting."""
    return {name: parameters.patient(models[name], setting["weight"], setting["baseline"]) for name in MODELS}


def plan(setting: Settings) -> tuple[list[schedule.Planned], float]:
    """Give the planned injections and the last day that is followed."""
    missed = [int(number) for number in setting["missed"]]
    every, count, changed_at, later = (setting[key] for key in ["every", "planned", "changed_at", "later"])
    return schedule.planned(every, count, missed, changed_at, later), 7.0 * schedule.end(every, count, changed_at, later)


def given(setting: Settings) -> tuple[tuple[float, float], ...]:
    """Give day and dose in mg of each injection that is given."""
    return tuple((7.0 * one.week, float(setting["injected"])) for one in plan(setting)[0] if one.given)


def factor(baseline: float, quantity: str) -> float:
    """Give what a level is multiplied by to be drawn: free IgE becomes percent of untreated, total IgE a multiple of it."""
    before = baseline * parameters.NG_PER_UNIT
    return {"drug": 1.0, "free IgE": 100 / before, "total IgE": 1 / before}[quantity]


def ranges(models: Models, setting: Settings) -> dict[str, str]:
    """Give for each model whether the patient of a setting lies inside its data."""
    held = {name: parameters.inside(models[name], setting["weight"], setting["baseline"]) for name in MODELS}
    return {name: INSIDE if inside else OUTSIDE for name, inside in held.items()}


def named(told: Mapping[str, str]) -> list[Row]:
    """Give the name of each line, with whether the patient is outside the data of its model."""
    labels = {name: f"{name}, {OUTSIDE}" if held == OUTSIDE else name for name, held in told.items()}
    return [
        {"kind": "name", "model": name, "slot": slot, "label": labels[name], "range": told[name]}
        for slot, name in enumerate(reversed(MODELS))
    ]


def course(models: Models, setting: Settings, quantity: str) -> list[Row]:
    """Give one quantity of both models over weeks, with the injections; a level of nothing has no place on its axis."""
    told, times = ranges(models, setting), factor(setting["baseline"], quantity)
    planned, end = plan(setting)
    lines = [
        {"kind": "line", "model": name, "week": point.day / 7, "value": value, "range": told[name]}
        for name, one in patients(models, setting).items()
        for point in disposition.course(one, given(setting), end)
        if (value := getattr(point, VALUES[quantity]) * times) > 0
    ]
    marks = [
        {"kind": "injection" if one.given else "missed", "week": float(one.week), "label": f"number {one.number}"}
        for one in planned
    ]
    return [*lines, *named(told), *marks]


def band(found: Sequence[Sequence[float]], setting: Settings, quantity: str) -> list[Row]:
    """Give the band of virtual patients for one quantity.

    Args:
        found: as :func:`models.virtual.band` gives it.
    """
    place, times = 1 + 2 * virtual.LEVELS.index(VALUES[quantity]), factor(setting["baseline"], quantity)
    return [
        {"kind": "band", "model": MODELS[0], "week": one[0] / 7, "low": one[place] * times, "high": one[place + 1] * times}
        for one in found
    ]


@lru_cache(maxsize=32)
def _settled(ones: tuple[Patient, ...], dose: float) -> tuple[tuple[Point, ...], ...]:
    each = [one for one in ones for _ in WEEKS]
    days = np.array([7.0 * weeks for _ in ones for weeks in WEEKS])
    found = many.settled(many.together(each), dose, days)
    points = [Point(day, drug, 0.0, free, total) for day, drug, free, total in zip(days, *found, strict=True)]
    return tuple(tuple(points[place : place + len(WEEKS)]) for place in range(0, len(points), len(WEEKS)))


def product_text(models: Models) -> tuple[float, float, float]:
    """Give volume (ml/kg), half-life (days), and the middle of the days in which the highest level falls."""
    text = models["Product text"]
    return text["volume"].value, text["half_life"].value, (text["tmax_low"].value + text["tmax_high"].value) / 2


def troughs(models: Models, setting: Settings, quantity: str) -> list[Row]:
    """Give one quantity before the next injection for intervals of :data:`WEEKS`, once each is like the one before."""
    told, times = ranges(models, setting), factor(setting["baseline"], quantity)
    found = _settled(tuple(patients(models, setting).values()), float(setting["injected"]))
    lines: list[Row] = [
        {"kind": "line", "model": name, "week": float(weeks), "value": getattr(point, VALUES[quantity]) * times}
        | {"range": told[name]}
        for name, points in zip(MODELS, found, strict=True)
        for weeks, point in zip(WEEKS, points, strict=True)
    ]
    single: list[Row] = []
    if quantity == "drug":
        text, name = product_text(models), "Product text, drug alone"
        values = [alone.trough(*text, setting["weight"], setting["injected"], weeks) for weeks in WEEKS]
        single = [
            {"kind": "line", "model": "Product text", "week": float(weeks), "value": value, "range": INSIDE}
            for weeks, value in zip(WEEKS, values, strict=True)
        ]
        single.append({"kind": "name", "model": "Product text", "slot": len(MODELS), "label": name, "range": INSIDE})
    return [*lines, *named(told), *single, {"kind": "chosen", "week": float(setting["every"])}]


def spans(
    models: Models, weights: tuple[float, float], baseline: float, injections: Sequence[tuple[float, float]], end: float
) -> dict[str, list[tuple[Point, Point]]]:
    """Give the points of each model for two weights in kg, day by day.

    Args:
        baseline: total IgE before treatment in kU/l; injections, end: as in :func:`models.disposition.course`.
    """
    return {
        name: list(zip(*(
            disposition.course(parameters.patient(models[name], weight, baseline), injections, end) for weight in weights
        ), strict=True))
        for name in MODELS
    }  # fmt: skip


def span(name: str, week: float, one: float, other: float, weights: tuple[float, float]) -> Row:
    """Give what a model gives for two weights in a week, the lower first."""
    low, high = sorted([one, other])
    return {
        "kind": "weights", "model": name, "week": week, "low": low, "high": high, "low_kg": weights[0], "high_kg": weights[1],
        "range": OUTSIDE,
    }  # fmt: skip
