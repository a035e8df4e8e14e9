"""Confidence intervals of proportions."""

from functools import cache

import pandas as pd

# As the page calls them, and as scipy does.
METHODS = {"Wilson": "wilson", "Clopper–Pearson": "exact"}


@cache
def interval(holders: int, patients: int, method: str) -> tuple[float, float]:
    """Give the 95 % interval of a proportion, from 0 to 1.

    Args:
        method: a key of :data:`METHODS`. Wilson (1927) keeps close to 95 % on average; Clopper and Pearson (1934) never
            cover less and are wider. Both from ``scipy.stats.binomtest``.
    """
    from scipy.stats import binomtest  # half a second to load, which no other page should pay

    low, high = binomtest(holders, patients).proportion_ci(0.95, method=METHODS[method])
    return float(low), float(high)


def with_intervals(rows: pd.DataFrame, method: str) -> pd.DataFrame:
    """Give rows of counts with the share and its 95 % interval, in percent.

    Args:
        rows: with ``holders`` of ``patients``; where ``holders_at_most`` is more, the count is not certain and the share
            and its interval stay empty, as they do where there is no patient. The interval also stays empty where patients
            are not ``alone`` in their rows: it takes them for independent, and those of one row share what is printed.
        method: a key of :data:`METHODS`.

    Returns:
        the rows with ``share_percent``, ``interval_low_percent`` and ``interval_high_percent``.
    """
    columns: dict[str, list[float]] = {"share_percent": [], "interval_low_percent": [], "interval_high_percent": []}
    nothing = float("nan")
    for row in rows.itertuples():
        share = row.holders / row.patients if row.patients and row.holders == row.holders_at_most else nothing
        apart = share == share and row.alone
        values = (share, *(interval(int(row.holders), int(row.patients), method) if apart else [nothing, nothing]))
        for column, value in zip(columns.values(), values, strict=True):
            column.append(100 * value)
    return rows.assign(**{name: pd.Series(column, index=rows.index, dtype=float) for name, column in columns.items()})
