"""Omalizumab and IgE, which bind each other one to one and leave the body together: the equations of two models.

Hayashi 2007 and Lowe 2009 share them. Amounts in nmol, volumes in l, clearances in l/d, days, concentrations in nM:

    D' = -ka D                                    drug below the skin; an injection adds its dose
    X' = ka D - CLX (X - C) / VX - CLC C / VC     drug in serum, free and bound
    E' = R - CLE (E - C) / VX - CLC C / VC        IgE in serum, free and bound
    K  = Kd0 (X / E)^alpha VX VX / VC             binding, in nmol
    C  = (X + E + K - sqrt((X + E + K)^2 - 4 X E)) / 2      complexes
    free drug = (X - C) / VX    free IgE = (E - C) / VX    complexes = C / VC

Before the first injection D = X = 0 and E = IgE before treatment times VX. All clearances and volumes are apparent, over the
bioavailability, so a dose is never multiplied by it again.
"""

import math
from collections.abc import Callable, Sequence
from functools import lru_cache
from typing import Any, NamedTuple

DRUG_KDA, IGE_KDA = 150.0, 190.0
# Days after an injection at which a course is told: dense where free IgE falls, weekly later.
DAYS = (0.25, 0.5, 1.0, 2.0, 4.0, 7.0, 10.0, 14.0)


class Patient(NamedTuple):
    """The parameters of one patient, as the equations call them, and IgE before treatment in nM."""

    ka: float
    clx: float
    vx: float
    cle: float
    clc: float
    vc: float
    r: float
    kd0: float
    alpha: float
    ige: float


class Point(NamedTuple):
    """A day of a course: free drug and all drug in µg/ml, free and total IgE in ng/ml."""

    day: float
    drug: float
    total_drug: float
    free_ige: float
    total_ige: float


State = tuple[float, float, float]


def free_ige(patient: Patient, drug: float, ige: float) -> float:
    """Give the amount of IgE in serum that is not bound, from all drug and all IgE in nmol.

    It is worked out directly: taken as a difference of nearly equal amounts, it would lose its digits.
    """
    if drug <= 0:
        return ige
    bound: float = patient.kd0 * (drug / ige) ** patient.alpha * patient.vx * patient.vx / patient.vc
    excess = bound + drug - ige
    root = math.sqrt(excess * excess + 4 * bound * ige)
    return 2 * bound * ige / (excess + root) if excess >= 0 else (root - excess) / 2


def rates(patient: Patient) -> Callable[[float, Any], State]:
    """Give how fast the amounts of a patient change, in nmol/d, as a function of the day and an array of D, X and E."""
    ka, kx, ke, kc = patient.ka, patient.clx / patient.vx, patient.cle / patient.vx, patient.clc / patient.vc
    r = patient.r

    def change(_: float, amounts: Any) -> State:
        depot, drug, ige = amounts.tolist()  # plain numbers are several times as fast
        bound = ige - free_ige(patient, drug, ige)
        return -ka * depot, ka * depot - kx * (drug - bound) - kc * bound, r - ke * (ige - bound) - kc * bound

    return change


def times(days: float) -> list[float]:
    """Give the days after an injection at which a course is told: :data:`DAYS`, then weekly, and the last."""
    weekly = [7.0 * week for week in range(3, math.ceil(days / 7))]
    return [day for day in (*DAYS, *weekly) if day < days] + [days]


@lru_cache(maxsize=1024)
def stretch(patient: Patient, start: State, days: float) -> tuple[tuple[float, State], ...]:
    """Give the amounts at :func:`times` after a start, up to an end; kept, so that only a new stretch is solved.

    Solved by LSODA, ``scipy.integrate.solve_ivp``, at a relative tolerance of 1e-6.
    """
    from scipy.integrate import solve_ivp

    told = times(days)
    solved = solve_ivp(rates(patient), (0, days), start, "LSODA", told, rtol=1e-6, atol=1e-8)
    # A depot that is all but empty may end a hair below zero.
    return tuple((day, tuple(max(0.0, amount) for amount in one)) for day, one in zip(told, solved.y.T.tolist(), strict=True))


def course(patient: Patient, injections: Sequence[tuple[float, float]], end: float) -> list[Point]:
    """Give the course of a patient from day 0.

    Args:
        injections: day and dose in mg of each, ascending; end: the last day that is told.
    """
    state: State = (0.0, 0.0, patient.ige * patient.vx)
    points = [_point(patient, 0.0, state)]
    for place, (day, dose) in enumerate(injections):
        following = injections[place + 1][0] if place + 1 < len(injections) else end
        state = (state[0] + dose * 1000 / DRUG_KDA, state[1], state[2])
        told = stretch(patient, state, following - day)
        points += [_point(patient, day + later, amounts) for later, amounts in told]
        state = told[-1][1]
    return points


def _point(patient: Patient, day: float, state: State) -> Point:
    _, drug, ige = state
    free = free_ige(patient, drug, ige)
    complexes = (ige - free) / patient.vc
    alone = (drug - ige + free) / patient.vx
    return Point(
        day, alone * DRUG_KDA / 1000, (alone + complexes) * DRUG_KDA / 1000,
        free / patient.vx * IGE_KDA, (free / patient.vx + complexes) * IGE_KDA,
    )  # fmt: skip
