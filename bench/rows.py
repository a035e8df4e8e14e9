"""One line of the table: what the app took, what the empty page took, and the target between them."""

from statistics import mean, median, quantiles
from typing import NamedTuple

HEAD = f"{'measure':<46}{'n':>4}{'app p50/p95':>16}{'empty p50/p95':>16}{'ratio':>7}{'p95':>6}  {'target':<20}reached"


class Times(NamedTuple):
    """Times of app and empty page in milliseconds, taken in turn, and the highest ratio wanted at p50 and at p95."""

    measure: str
    app: list[float]
    empty: list[float]
    target: float
    target_p95: float | None = None


class Memory(NamedTuple):
    """Megabytes that each further open session takes, and the most that the app's may take."""

    measure: str
    app: list[float]
    empty: list[float]
    target: float


def _p95(values: list[float]) -> float:
    return quantiles(values, n=20, method="inclusive")[-1]


def line(row: Times | Memory) -> str:
    """Give one row as a line below ``HEAD``."""
    if isinstance(row, Memory):
        app, empty = mean(row.app), mean(row.empty)
        reached = "yes" if app <= row.target else "NO"
        return (
            f"{row.measure:<46}{len(row.app):>4}{f'{app:.2f} MB':>16}{f'{empty:.2f} MB':>16}{'':>13}"
            f"  {f'≤ {row.target:g} MB':<20}{reached}"
        )
    app, empty = median(row.app), median(row.empty)
    slow, empty_slow = _p95(row.app), _p95(row.empty)
    ratio, ratio_p95 = app / empty, slow / empty_slow
    met = ratio <= row.target and (row.target_p95 is None or ratio_p95 <= row.target_p95)
    target = f"≤ {row.target:g}" + (f", p95 ≤ {row.target_p95:g}" if row.target_p95 else "")
    return (
        f"{row.measure:<46}{len(row.app):>4}{f'{app:.0f} / {slow:.0f}':>16}{f'{empty:.0f} / {empty_slow:.0f}':>16}"
        f"{ratio:>7.2f}{ratio_p95:>6.2f}  {target:<20}{'yes' if met else 'NO'}"
    )
