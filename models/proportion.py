"""Confidence intervals of proportions."""

import pandas as pd

# As the page calls them, and as scipy does.
METHODS = {"Wilson": "wilson", "Clopper–Pearson": "exact"}


def with_intervals(rows: pd.DataFrame, method: str) -> pd.DataFrame:
    """Give rows of counts with the share and its 95 % interval, in percent.

    Args:
        rows: with ``holders`` of ``patients``; where ``holders_at_most`` is more, the count is not certain and the share
            and its interval stay empty, as they do where there is no patient.
        method: a key of :data:`METHODS`. Wilson (1927) keeps close to 95 % on average; Clopper and Pearson (1934) never
            cover less and are wider. Both from ``scipy.stats.binomtest``.

    Returns:
        the rows with ``share_percent``, ``interval_low_percent`` and ``interval_high_percent``.
    """
    from scipy.stats import binomtest  # half a second to load, which no other page should pay

    def of(row: pd.Series) -> tuple[float, float, float]:
        if not row["patients"] or row["holders"] != row["holders_at_most"]:
            return float("nan"), float("nan"), float("nan")
        low, high = binomtest(int(row["holders"]), int(row["patients"])).proportion_ci(0.95, method=METHODS[method])
        return 100 * row["holders"] / row["patients"], 100 * low, 100 * high

    columns = ["share_percent", "interval_low_percent", "interval_high_percent"]
    return rows.assign(**pd.DataFrame(list(map(of, rows.to_dict("records"))), columns=columns, index=rows.index, dtype=float))
