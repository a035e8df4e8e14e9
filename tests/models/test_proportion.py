"""Intervals of proportions, against the equations that define them."""

import math

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from models import proportion


@given(st.integers(0, 83), st.integers(1, 83))
def test_intervals_solve_the_equations_that_define_them(holders, patients):
    holders = min(holders, patients)
    rows = pd.DataFrame({"holders": [holders], "patients": [patients], "holders_at_most": [holders], "alone": [True]})
    share = holders / patients
    found = {method: proportion.with_intervals(rows, method).iloc[0] for method in proportion.METHODS}
    for bound in ["low", "high"]:
        end = found["Wilson"][f"interval_{bound}_percent"] / 100
        if 1e-9 < end < 1 - 1e-9:
            assert abs(share - end) == pytest.approx(1.959963985 * math.sqrt(end * (1 - end) / patients), rel=1e-6)
        wide = found["Clopper–Pearson"][f"interval_{bound}_percent"] / 100
        if 1e-9 < wide < 1 - 1e-9:
            tail = range(holders, patients + 1) if bound == "low" else range(holders + 1)
            assert sum(math.comb(patients, k) * wide**k * (1 - wide) ** (patients - k) for k in tail) == pytest.approx(
                0.025, rel=1e-4
            )
    assert 0 <= found["Wilson"]["interval_low_percent"] <= 100 * share <= found["Wilson"]["interval_high_percent"] <= 100


def test_no_interval_where_a_count_is_not_certain_and_none_where_patients_share_a_row():
    rows = pd.DataFrame({
        "holders": [1, 0, 2], "patients": [8, 0, 3], "holders_at_most": [2, 0, 2], "alone": [True, True, False]
    })  # fmt: skip
    for method in proportion.METHODS:
        found = proportion.with_intervals(rows, method)
        assert found["share_percent"].notna().tolist() == [False, False, True]
        assert found["interval_low_percent"].isna().all()
