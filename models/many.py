"""The equations of :mod:`models.disposition` for many patients at once, each with an interval of its own."""

from collections.abc import Sequence
from typing import Any, NamedTuple

import numpy as np

from models.disposition import DRUG_KDA, IGE_KDA, Patient

Array = np.ndarray[Any, np.dtype[np.float64]]
# Cycles after which a course that still changes is taken as it is; most settle within ten.
MOST_CYCLES = 60
# The relative change from one cycle to the next below which a course has settled.
SETTLED = 3e-5


class Levels(NamedTuple):
    """Free drug in µg/ml, and free and total IgE in ng/ml, of many patients."""

    drug: Array
    free_ige: Array
    total_ige: Array


def together(patients: Sequence[Patient]) -> Patient:
    """Give patients as one whose parameters are arrays."""
    return Patient(*np.array(patients).T)


def free_ige(patients: Patient, drug: Array, ige: Array) -> Array:
    """Give the amounts of IgE that are not bound, as :func:`models.disposition.free_ige`."""
    ratio = np.maximum(drug, 0) / ige
    bound = patients.kd0 * ratio**patients.alpha * patients.vx * patients.vx / patients.vc
    excess = bound + drug - ige
    whole = np.abs(excess) + np.sqrt(excess * excess + 4 * bound * ige)
    free: Array = np.where(excess >= 0, 2 * bound * ige / whole, whole / 2)
    return free


def follow(patients: Patient, start: Array, days: Array, shares: Sequence[float]) -> Array:
    """Give the amounts D, X and E of each patient at shares of a time of its own: shares, patients, amounts.

    Args:
        start: the amounts at its beginning, a row for each patient; days: how long it is for each of them.
    """
    from scipy.integrate import solve_ivp  # a third of a second to load, which no other page should pay

    ka, kx = patients.ka, patients.clx / patients.vx
    ke, kc = patients.cle / patients.vx, patients.clc / patients.vc

    def change(_: float, amounts: Array) -> Array:
        depot, drug, ige = amounts.reshape(-1, 3).T
        bound = ige - free_ige(patients, drug, ige)
        absorbed, complexes = ka * depot, kc * bound
        speeds = np.empty((len(depot), 3))
        speeds[:, 0] = -absorbed * days
        speeds[:, 1] = (absorbed - kx * (drug - bound) - complexes) * days
        speeds[:, 2] = (patients.r - ke * (ige - bound) - complexes) * days
        return speeds.ravel()

    # The amounts of a patient stand together, so that no patient moves another: a band of five diagonals.
    solved = solve_ivp(change, (0, 1), start.ravel(), "LSODA", shares, rtol=1e-5, atol=1e-6, lband=2, uband=2)
    amounts: Array = np.maximum(solved.y.T.reshape(len(shares), -1, 3), 0)
    return amounts


def levels(patients: Patient, amounts: Array) -> Levels:
    """Give what amounts D, X and E, last in an array, mean in serum."""
    drug, ige = amounts[..., 1], amounts[..., 2]
    free = free_ige(patients, drug, ige)
    unbound = free / patients.vx * IGE_KDA
    return Levels((drug - ige + free) / patients.vx * DRUG_KDA / 1000, unbound, unbound + (ige - free) / patients.vc * IGE_KDA)


def settled(patients: Patient, dose: float, days: Array) -> Levels:
    """Give the levels at the end of an interval once every interval is like the one before it.

    Args:
        dose: in mg; days: the interval of each patient.
    """
    amount = dose * 1000 / DRUG_KDA
    injected = np.column_stack([np.full(len(days), amount), np.zeros((len(days), 2))])

    def summed(rate: Array) -> Array:
        """Give what is left, at the end of an interval, of all injections before it, at one rate of loss."""
        kept: Array = np.exp(-rate * days)
        return kept / (1 - kept)

    # Begun near where it ends: as if the drug were alone, and all IgE bound to it.
    k, depot = patients.clx / patients.vx, summed(patients.ka)  # type: ignore[arg-type]
    drug = patients.ka / (patients.ka - k) * (summed(k) - depot)  # type: ignore[arg-type]
    history = [np.column_stack([amount * depot, amount * drug, patients.r / patients.clc * patients.vc])]
    for cycle in range(MOST_CYCLES):
        history.append(follow(patients, history[-1] + injected, days, [1.0])[0])
        change = np.abs(history[-1] - history[-2]) / np.maximum(history[-1], 1e-6)
        if change[:, 1:].max() < SETTLED:
            break
        if cycle % 2 == 1:
            history.append(_onward(*history[-3:]))
    return levels(patients, history[-1])


def _onward(first: Array, second: Array, third: Array) -> Array:
    """Give where three amounts in a row lead to if each step is the same share of the one before (Aitken)."""
    step, bend = third - second, third - 2 * second + first
    with np.errstate(divide="ignore", invalid="ignore"):
        limit = third - step * step / bend
    return np.where((limit > third / 4) & (limit < third * 4), limit, third)
