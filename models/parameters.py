"""The patient that a model has for a weight and an IgE before treatment, from the parameters as printed."""

import math
from collections.abc import Iterable, Mapping
from typing import Any, NamedTuple

from models.disposition import IGE_KDA, Patient

# What makes l, days, nmol and nM of a printed unit.
UNITS = {
    "1/h": 24.0, "ml/h": 0.024, "ml": 0.001, "µg/h": 24 / IGE_KDA, "µg/d": 1 / IGE_KDA,
    "1/d": 1.0, "l/d": 1.0, "l": 1.0, "nM": 1.0, "unitless": 1.0,
}  # fmt: skip
NG_PER_UNIT = 2.42


class Parameter(NamedTuple):
    """One parameter for the reference patient: its value as printed with its unit, and its powers of weight and IgE."""

    value: float
    unit: str
    weight_exponent: float
    ige_exponent: float
    spread: float


Model = Mapping[str, Parameter]


def read(rows: Iterable[Any]) -> dict[str, dict[str, Parameter]]:
    """Give the parameters of each model by symbol.

    Args:
        rows: with ``model``, ``symbol``, ``value``, ``unit``, ``weight_exponent``, ``ige_exponent`` and ``spread``, as
            ``interval/parameters`` has them; what is None is zero.
    """
    models: dict[str, dict[str, Parameter]] = {}
    for row in rows:
        kept = Parameter(row.value, row.unit, row.weight_exponent or 0.0, row.ige_exponent or 0.0, row.spread or 0.0)
        models.setdefault(row.model, {})[row.symbol] = kept
    return models


def patient(model: Model, weight: float, ige: float, synced: bool = True) -> Patient:
    """Give the typical patient of a model.

    Args:
        weight: in kg; ige: total IgE before treatment in kU/l.
        synced: whether production of IgE is set so that untreated IgE stays where it is, which is our adjustment; printed,
            it drifts by about an eighth.
    """
    before = ige * NG_PER_UNIT

    def of(symbol: str) -> float:
        one = model[symbol]
        heavier, higher = weight / model["weight_reference"].value, before / model["ige_reference"].value
        value: float = one.value * UNITS[one.unit] * heavier**one.weight_exponent * higher**one.ige_exponent
        return value

    clx, cle = of("clx"), of("cle")
    # One model tells the clearance of complexes, the other by how much it is above that of free drug.
    clc = of("clc") if "clc" in model else clx + of("dclc")
    produced = cle * before / IGE_KDA if synced else of("r")
    return Patient(
        of("ka"), clx, of("vx"), cle, clc, of("vc"), produced, of("kd0"), model["alpha"].value, before / IGE_KDA
    )  # fmt: skip


def half_lives(one: Patient) -> tuple[float, float, float]:
    """Give the half-lives of free drug, complexes and free IgE in days."""
    speeds = one.clx / one.vx, one.clc / one.vc, one.cle / one.vx
    return tuple(math.log(2) / speed for speed in speeds)  # type: ignore[return-value]


def inside(model: Model, weight: float, ige: float) -> bool:
    """Say whether weight in kg and IgE in kU/l lie within the data that a model was fitted to."""
    return (
        model["weight_low"].value <= weight <= model["weight_high"].value
        and model["ige_low"].value <= ige <= model["ige_high"].value
    )
