"""Two sides of a comparison: the laws of each, bounds of shares by brute force, intervals against their own definition."""

import math
from itertools import product

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import filters
import queries
from models import proportion
from tests.conftest import NO_FILTER
from tests.queries.test_verdicts import REPORTS, any_filter, brute_counts, judge
from widgets import comparison

PROPERTIES = {
    "Cutaneous mastocytosis": lambda report: {report["disease"] == "cutaneous"},
    "Dose of exactly 300 mg": lambda report: (
        {True} if report["dose"] == (300, 300) else {report["dose"][0] <= 300 <= report["dose"][1], False}
    ),
    "Total IgE assessed": lambda report: {report["ige"] is not None},
    "Total IgE up, where assessed": lambda report: {sign == "up" for sign in report["ige"] or ()},
    "Tryptase assessed": lambda report: {report["tryptase"] is not None},
    "Tryptase unchanged, where assessed": lambda report: {sign == "unchanged" for sign in report["tryptase"] or ()},
}


def written(chosen, possible=True):
    return filters.written({**NO_FILTER, **chosen, "possible": possible})


@settings(max_examples=60, deadline=None)
@given(any_filter, any_filter)
def test_each_side_counts_as_the_same_filter_does_alone(left, right):
    rows = queries.run("comparison/counts", left=written(left), right=written(right))
    for side, chosen in [("A", left), ("B", right)]:
        own = rows[rows["side"] == side].set_index("unit")
        assert (own["certain"] + own["possible"] + own["not_reported"] + own["excluded"]).to_dict() == own["total"].to_dict()
        for unit, counts in brute_counts({**NO_FILTER, **chosen}).items():
            assert own.loc[unit, ["certain", "possible", "not_reported", "excluded"]].tolist() == list(counts.values())


@settings(max_examples=60, deadline=None)
@given(any_filter, st.booleans())
def test_shares_and_bounds_are_those_of_a_reading_by_hand(chosen, possible):
    rows = queries.run("comparison/proportions", left=written(chosen, possible), right="{}").set_index(["side", "property"])
    for name, holds in PROPERTIES.items():
        patients = {}
        for report in REPORTS:
            verdict = judge(report, {**NO_FILTER, **chosen})
            if (verdict == "certain" or (verdict == "possible" and possible)) and holds(report):
                surely, settled = patients.get(report["patient"], (False, []))
                patients[report["patient"]] = (surely or verdict == "certain", [*settled, holds(report)])
        told = [
            (surely, all(one == {True} for one in each), any(True in one for one in each)) for surely, each in patients.values()
        ]
        if not told:
            assert ("A", name) not in rows.index
            continue
        row = rows.loc[("A", name)]
        sure = [(has, may) for surely, has, may in told if surely]
        assert row[["patients", "holders", "holders_at_most"]].tolist() == [
            len(sure), sum(has for has, _ in sure), sum(may for _, may in sure)
        ]  # fmt: skip
        least = [has for surely, has, _ in told if surely or not has]
        most = [may for surely, _, may in told if surely or may]
        for bound, kept in [("low", least), ("high", most)]:
            value = row[f"bound_{bound}_percent"]
            # Where nobody is left to count against it, the least share is all; where nobody is left for it, the greatest is none.
            assert value == pytest.approx(100 * sum(kept) / len(kept) if kept else {"low": 100, "high": 0}[bound])


def test_bounds_hold_every_way_to_settle_a_doubt():
    rows = queries.run("comparison/proportions", left='{"age_group": "pediatric", "without": ["lemal2019"]}', right="{}")
    row = rows.set_index(["side", "property"]).loc[("B", "Total IgE up, where assessed")]
    doubtful = row["holders_at_most"] - row["holders"]
    shares = [100 * (row["holders"] + sum(settled)) / row["patients"] for settled in product([0, 1], repeat=int(doubtful))]
    assert (min(shares), max(shares)) == pytest.approx((row["bound_low_percent"], row["bound_high_percent"]))


@settings(max_examples=60, deadline=None)
@given(any_filter, any_filter, st.booleans())
def test_every_topic_of_a_profile_counts_every_report_once(left, right, possible):
    topics = [
        "Dose per injection",
        "Dosing interval",
        "Therapy length",
        "Mastocytosis",
        "Age is printed as",
        "Total IgE",
        "Tryptase",
    ]
    rows = queries.run("comparison/profile", left=written(left, possible), right=written(right), topics=topics)
    for side, chosen in [("A", left), ("B", right)]:
        verdicts = [judge(report, {**NO_FILTER, **chosen}) for report in REPORTS]
        for topic in topics:
            own = rows[(rows["side"] == side) & (rows["topic"] == topic)]
            for verdict in ("certain", "possible"):
                expected = verdicts.count(verdict) if possible or side == "B" or verdict == "certain" else 0
                assert own.loc[own["verdict"] == verdict, "reports"].sum() == expected
            assert (own.groupby("value")["reports"].sum() == own.groupby("value")["at_most"].first()).all()
    assert (rows["verdict"] == "heading").sum() == len(topics)


@given(st.integers(0, 83), st.integers(1, 83))
def test_intervals_solve_the_equations_that_define_them(holders, patients):
    holders = min(holders, patients)
    rows = pd.DataFrame({"holders": [holders], "patients": [patients], "holders_at_most": [holders]})
    share = holders / patients
    told = {method: proportion.with_intervals(rows, method).iloc[0] for method in proportion.METHODS}
    for bound in ["low", "high"]:
        end = told["Wilson"][f"interval_{bound}_percent"] / 100
        if 1e-9 < end < 1 - 1e-9:
            assert abs(share - end) == pytest.approx(1.959963985 * math.sqrt(end * (1 - end) / patients), rel=1e-6)
        wide = told["Clopper–Pearson"][f"interval_{bound}_percent"] / 100
        if 1e-9 < wide < 1 - 1e-9:
            tail = range(holders, patients + 1) if bound == "low" else range(holders + 1)
            assert sum(math.comb(patients, k) * wide**k * (1 - wide) ** (patients - k) for k in tail) == pytest.approx(
                0.025, rel=1e-4
            )
    assert 0 <= told["Wilson"]["interval_low_percent"] <= 100 * share <= told["Wilson"]["interval_high_percent"] <= 100


def test_no_interval_where_a_count_is_not_certain():
    rows = pd.DataFrame({"holders": [1, 0], "patients": [8, 0], "holders_at_most": [2, 0]})
    for method in proportion.METHODS:
        assert proportion.with_intervals(rows, method)["share_percent"].isna().all()


def test_both_definitions_of_pediatric_and_who_is_like_this_child():
    assert "**marked by the authors**: 5; **under 18 by printed age**: 6, up to 46" in comparison.definitions()
    left, right = comparison.PRESETS["Like this child, and all"]
    members = queries.run("comparison/members", left=written(left), right=written(right)).set_index("side")
    assert members.loc["A", "certain"] == "Carter 2007 (17 years), Pitt 2010 (15 years)"
    assert members.loc["A", "possible"] == "Lemal 2019 (up to 29 patients, 17–93 years)"


@given(any_filter, st.booleans())
def test_a_pinned_filter_reads_back_as_it_was_where_the_filters_can_reach_it(chosen, possible):
    reachable = {key: value for key, value in chosen.items() if key in ("age_group", "disease", "ige", "tryptase", "without")}
    values = {**NO_FILTER, **reachable, "possible": possible}
    assert filters.read(filters.written(values)) == values


@pytest.mark.parametrize(
    "text",
    [
        '{"![](https://evil.example/a.png)": 1}',
        '{"age": [true, 5]}',
        '{"ige": ["up", "up"]}',
        "{",
        "[]",
        "3",
        '{"age": [5]}',
        '{"age": [9, 3]}',
        '{"dose": ["a", 2]}',
        '{"unit": "x"}',
        '{"age_group": []}',
        '{"without": {}}',
        "[" * 5000,
    ],
)
def test_a_damaged_pin_is_refused_with_a_reason(text):
    with pytest.raises(ValueError, match=r"JSON|set of filters|no filter|impossible value") as caught:
        filters.read(text)
    assert "example" not in str(caught.value), "what an address names is never shown as Markdown"


@pytest.mark.parametrize("name", ["responses", "trial", "resolution", "harms", "stopping", "findings"])
def test_findings_that_match_only_possibly_are_left_out_on_request(no_filter, name):
    asked = {**no_filter, "age_group": "adult", "disease": "cutaneous"}
    kept = queries.run(f"outcomes/{name}", **{**asked, "possible": False})
    assert "possible" not in set(kept["verdict"])
    assert len(kept) <= len(queries.run(f"outcomes/{name}", **asked))


def test_titles_say_what_is_there_where_sides_are_empty_tied_or_certain_only():
    nobody = written({"age": [99, 100]})
    rows = queries.run("comparison/profile", left=nobody, right=nobody, topics=["Age is printed as", "Dose per injection"])
    assert comparison.patients_title(rows) == "Nobody matches on either side"
    assert comparison.treatment_title(rows) == "Nobody is surely in either side"
    tied = written({"age_group": "pediatric", "without": ["lemal2019", "bell2012"]})
    rows = queries.run("comparison/profile", left=tied, right=nobody, topics=["Dose per injection"])
    assert comparison.treatment_title(rows) == "Most often printed: 150 mg and 300 mg in 2 of 5 reports surely in A"
    assert comparison.name({**NO_FILTER, "age_group": "adult", "possible": False}) == "18 years and over, certain matches only"
