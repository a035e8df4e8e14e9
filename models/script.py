"""Short scripts that work out the rows of a figure again, with numpy and scipy alone; each prints a row a line, as CSV."""

import inspect
from collections.abc import Sequence

from models import alone, disposition, parameters, rows, virtual
from models.disposition import Patient
from models.rows import Models, Settings


def _head(patients: dict[str, Patient]) -> str:
    """Give the equations with their solver, as they stand in the app, and the patients of a figure."""
    listed = "\n".join(f"    {name!r}: {patient!r}," for name, patient in patients.items())
    return f"{inspect.getsource(disposition)}\n\nPATIENTS = {{\n{listed}\n}}\n"


def course(models: Models, setting: Settings, quantity: str, band: bool) -> str:
    """Give the script of a course, with the virtual patients where they are drawn."""
    day, times = rows.plan(setting)[1], rows.factor(setting["baseline"], quantity)
    text = f"""{_head(rows.patients(models, setting))}
INJECTIONS = {list(rows.given(setting))}
for name, patient in PATIENTS.items():
    for point in course(patient, INJECTIONS, {day}):
        print("line", name, point.day / 7, point.{rows.VALUES[quantity]} * {times}, sep=",")
"""
    if not band:
        return text
    covariances = virtual.spread(models[rows.MODELS[0]]).tolist()
    return f"""{text}
import numpy as np

NAMES, COVARIANCES = {virtual.DIFFERING}, {covariances}
typical = PATIENTS[{rows.MODELS[0]!r}]
drawn = np.random.default_rng({virtual.SEED}).multivariate_normal([0] * len(NAMES), COVARIANCES, {virtual.PATIENTS})
levels = []
for factors in np.exp(drawn):
    one = typical._replace(**{{name: getattr(typical, name) * factor for name, factor in zip(NAMES, factors)}})
    one = one._replace(r=one.cle * one.ige)
    levels.append([point.{rows.VALUES[quantity]} * {times} for point in course(one, INJECTIONS, {day})])
for point, low, high in zip(course(typical, INJECTIONS, {day}), *np.percentile(levels, [5, 95], axis=0)):
    print("band", {rows.MODELS[0]!r}, point.day / 7, low, high, sep=",")
"""


def troughs(models: Models, setting: Settings, quantity: str) -> str:
    """Give the script of the levels before the next injection: injections are repeated until two years are over."""
    times = rows.factor(setting["baseline"], quantity)
    text = f"""{_head(rows.patients(models, setting))}
for name, patient in PATIENTS.items():
    for weeks in range({rows.WEEKS.start}, {rows.WEEKS.stop}):
        days = [7.0 * weeks * number for number in range(104 // weeks + 1)]
        last = course(patient, [(day, {float(setting["injected"])}) for day in days], days[-1] + 7.0 * weeks)[-1]
        print("line", name, weeks, last.{rows.VALUES[quantity]} * {times}, sep=",")
"""
    if quantity != "drug":
        return text
    numbers = ", ".join(map(str, [*rows.product_text(models), setting["weight"], setting["injected"]]))
    return f"""{text}

{inspect.getsource(alone.absorption)}

{inspect.getsource(alone.trough)}

for weeks in range({rows.WEEKS.start}, {rows.WEEKS.stop}):
    print("line", "Product text", weeks, trough({numbers}, weeks), sep=",")
"""


def spans(
    models: Models,
    weights: tuple[float, float],
    baseline: float,
    injections: Sequence[tuple[float, float]],
    end: float,
    quantity: str,
) -> str:
    """Give the script of what both models give for two weights; free IgE as what is suppressed, from the last injection on."""
    times = rows.factor(baseline, quantity)
    start = injections[-1][0] if quantity == "free IgE" else 0.0
    value = f"100 - {{}}.free_ige * {times}" if quantity == "free IgE" else f"{{}}.total_ige * {times}"
    ones = {
        f"{name}, {weight:g} kg": parameters.patient(models[name], weight, baseline)
        for name in rows.MODELS
        for weight in weights
    }
    return f"""{_head(ones)}
INJECTIONS = {list(injections)}
courses = [course(patient, INJECTIONS, {end}) for patient in PATIENTS.values()]
for name, pair in zip({rows.MODELS}, [courses[:2], courses[2:]]):
    for one, other in zip(*pair):
        if one.day >= {start}:
            low, high = sorted([{value.format("one")}, {value.format("other")}])
            print("weights", name, (one.day - {start}) / 7, low, high, sep=",")
"""
