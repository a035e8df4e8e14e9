"""Virtual patients who differ from each other as the patients of a model did; and the process apart that follows them.

Run as a script it reads one line of JSON, tells how far it is, a share a line, and last the band, as JSON.
"""

import json
import sys
from collections.abc import Callable, Sequence
from typing import Any

import numpy as np

from models import disposition, many
from models.disposition import DRUG_KDA, Patient
from models.many import Array
from models.parameters import Model

PATIENTS, SEED = 500, 20231
# The parameters that differ, and the pairs that differ together, as the printed covariances have them.
DIFFERING = ["ka", "clx", "vx", "cle", "clc", "vc", "kd0"]
PAIRS = [("clx", "vx")]
LEVELS = ["drug", "free_ige", "total_ige"]


def spread(model: Model) -> Array:
    """Give the covariances of the logarithms of :data:`DIFFERING`, for a model that tells log-variances."""
    matrix = np.diag([model[symbol].spread for symbol in DIFFERING])
    for one, other in PAIRS:
        places = DIFFERING.index(one), DIFFERING.index(other)
        matrix[places] = matrix[places[::-1]] = model[f"{one}_{other}"].value
    return matrix


def patients(typical: Patient, covariances: Array, count: int = PATIENTS) -> Patient:
    """Give virtual patients around a typical one, always the same for the same numbers.

    All begin with its IgE and would stay there untreated: production follows from that and from the clearance of each, so its
    own printed spread is not used.

    Args:
        covariances: as :func:`spread` gives them.
    """
    drawn = np.random.default_rng(SEED).multivariate_normal(np.zeros(len(DIFFERING)), covariances, count)
    factors = dict(zip(DIFFERING, np.exp(drawn).T, strict=True))
    drawn_ones = {name: value * factors.get(name, np.ones(count)) for name, value in typical._asdict().items()}
    return Patient(**{**drawn_ones, "r": drawn_ones["cle"] * drawn_ones["ige"]})


def band(
    ones: Patient, injections: Sequence[tuple[float, float]], end: float, advance: Callable[[float], Any] = lambda share: None
) -> list[list[float]]:
    """Give the 5th and 95th percentile of the levels of virtual patients over the days of a typical course.

    Args:
        injections, end: as in :func:`models.disposition.course`; advance: is called with the share that is done.

    Returns:
        for each day after the first: the day, and low and high of free drug (µg/ml), free IgE and total IgE (ng/ml).
    """
    count = len(ones.ige)  # type: ignore[arg-type]
    amounts = np.column_stack([np.zeros((count, 2)), ones.ige * ones.vx])
    rows = []
    for place, (day, dose) in enumerate(injections):
        days = (injections[place + 1][0] if place + 1 < len(injections) else end) - day
        times = disposition.times(days)
        start = amounts + np.array([dose * 1000 / DRUG_KDA, 0, 0])
        told = many.follow(ones, start, np.full(count, days), [time / days for time in times])
        found = np.percentile(many.levels(ones, told), [5, 95], axis=2)
        rows += [[day + time, *found[:, :, here].T.ravel().tolist()] for here, time in enumerate(times)]
        amounts = told[-1]
        advance((place + 1) / len(injections))
    return rows


if __name__ == "__main__":
    typical, covariances, given, last = json.loads(sys.stdin.readline())
    virtual = patients(Patient(*typical), np.array(covariances))
    print(json.dumps(band(virtual, given, last, lambda share: print(share, flush=True))), flush=True)
