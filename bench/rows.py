"""One line of the table: what the app, the empty page and the naive page took, and the target of the app."""

from statistics import mean, median, quantiles
from typing import NamedTuple

HEAD = (
    f"{'':<46}{'':>4}{'milliseconds, p50 / p95':^42}{'app / empty':^15}{'naive / empty':^15}\n"
    f"{'measure':<46}{'n':>4}{'app':>14}{'empty':>14}{'naive':>14}"
    f"{'p50':>9}{'p95':>6}{'p50':>9}{'p95':>6}  {'target':<22}reached"
)


class Times(NamedTuple):
    """Times of app, empty page and naive page in milliseconds, taken in turn.

    The targets are the highest ratio of app to empty page at p50 and at p95, and whether the app has to be faster than the
    naive page. Without times of the naive page it is not shown.
    """

    measure: str
    app: list[float]
    empty: list[float]
    naive: list[float]
    target: float
    target_p95: float | None = None
    below_naive: bool = False


class Memory(NamedTuple):
    """Megabytes that each further open session takes, and the most that the app's may take."""

    measure: str
    app: list[float]
    empty: list[float]
    naive: list[float]
    target: float


def _p95(values: list[float]) -> float:
    return quantiles(values, n=20, method="inclusive")[-1]


def line(row: Times | Memory) -> str:
    """Give one row as a line below ``HEAD``."""
    sides = [row.app, row.empty, row.naive]
    if isinstance(row, Memory):
        amounts = [f"{mean(side):.2f} MB" if side else "" for side in sides]
        met, target = mean(row.app) <= row.target, f"≤ {row.target:g} MB"
        ratios = f"{'':>30}"
    else:
        amounts = [f"{median(side):.0f} / {_p95(side):.0f}" if side else "" for side in sides]
        halves, slows = ([of(side) / of(row.empty) for side in (row.app, row.naive) if side] for of in (median, _p95))
        met = halves[0] <= row.target and (row.target_p95 is None or slows[0] <= row.target_p95)
        target = f"≤ {row.target:g}" + (f", p95 ≤ {row.target_p95:g}" if row.target_p95 else "")
        if row.below_naive:
            met, target = met and halves[0] < halves[1], f"{target}, < naive"
        ratios = "".join(f"{half:>9.2f}{slow:>6.2f}" for half, slow in zip(halves, slows, strict=True)).ljust(30)
    return (
        f"{row.measure:<46}{len(row.app):>4}{''.join(f'{amount:>14}' for amount in amounts)}{ratios}"
        f"  {target:<22}{'yes' if met else 'NO'}"
    )
