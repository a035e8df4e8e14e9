"""Outcomes, recomputed in plain Python from the curated files: responses, trial, harms, and what is never added up."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.stats import binomtest

from tests.data.test_dictionary import rows
from tests.queries.by_hand import NO_FILTER, UNITS
from tests.queries.readings import BUILT_IN, EACH, SECOND

GROUPS = {row["group_id"]: row for row in rows("study_groups")}
FINDINGS = rows("outcomes")
PUBLICATIONS = {row["publication_id"]: row for row in rows("publications")}


def asked(name, reading=BUILT_IN, chosen=NO_FILTER, possible=True):
    return reading.run(f"outcomes/{name}", chosen, possible)


def test_responses_are_the_printed_counts_and_the_derived_rest():
    told = {(row.publication, row.symptoms, row.category): (row.patients, bool(row.derived)) for row in asked("responses").itertuples()}  # fmt: skip
    printed = {}
    for row in FINDINGS:
        group = GROUPS[row["group_id"]]
        if (
            row["patients"]
            and group["patients"]
            and row["category"] in ("complete", "major", "partial", "improved", "withdrawn")
        ):
            domain = "overall symptoms" if row["category"] == "withdrawn" else row["domain"]
            printed[PUBLICATIONS[group["publication_id"]]["label"], domain, row["category"]] = (int(row["patients"]), False)
    assert printed.items() <= told.items()
    derived = {key: count for key, (count, is_derived) in told.items() if is_derived}
    assert derived == {("Matheny 2025", "overall symptoms", key): n for key, n in [("partial", 17), ("rest, not told", 6)]}
    for _, bar in asked("responses").groupby("place"):
        assert bar["patients"].sum() == bar["group_patients"].iloc[0]
        assert list(bar["from_patients"])[1:] == list(bar["to_patients"])[:-1]


def test_the_trial_shows_both_arms_with_both_baselines():
    trial = asked("trial")
    assert {(row.group_patients, row.occasion): row.score for row in trial.itertuples()} == {
        (7, "Baseline"): 52, (7, "After 6 months"): 26, (9, "Baseline"): 104, (9, "After 6 months"): 102,
    }  # fmt: skip
    assert set(trial["tests"]) == {"p = 0.286 and p = 0.941, not significant"}


@given(st.integers(1, 400).flatmap(lambda n: st.tuples(st.integers(0, n), st.just(n))))
def test_the_interval_is_that_of_the_reference_library(counts):
    k, n = counts
    cursor = BUILT_IN.source().cursor()
    low, high = cursor.execute("SELECT wilson_low($k, $n), wilson_high($k, $n)", {"k": k, "n": n}).fetchone()
    expected = binomtest(k, n).proportion_ci(method="wilson")
    assert (low, high) == pytest.approx(tuple(expected), abs=1e-6)
    assert 0 <= low <= k / n + 1e-12
    assert k / n - 1e-12 <= high <= 1


def test_harms_have_an_interval_only_where_a_group_of_several_was_counted():
    for row in asked("harms").itertuples():
        finding = next(one for one in FINDINGS if (one["measure"], one["domain"]) == (row.measure, "safety"))
        n = GROUPS[finding["group_id"]]["patients"]
        harm = finding["category"] in ("adverse event", "withdrawn")
        assert row.counted == (harm and bool(finding["patients"]) and int(n or 0) > 1), row.measure
        if not row.counted:
            assert row.share_percent != row.share_percent
            assert row.low_percent != row.low_percent
            assert row.heading is None or row.heading != row.heading
            continue
        expected = binomtest(int(finding["patients"]), int(n)).proportion_ci(method="wilson")
        assert (row.low_percent / 100, row.high_percent / 100) == pytest.approx(tuple(expected), abs=1e-6)
    assert len(asked("harms")) == sum(row["domain"] == "safety" for row in FINDINGS)
    assert len(asked("stopping")) == sum(row["domain"] == "stopping" for row in FINDINGS)


def test_the_trial_never_goes_without_a_word():
    kept = asked("trial", chosen={**NO_FILTER, "therapy": [6, 6]}, possible=False)
    assert len(kept) == len(asked("trial"))
    assert set(zip(kept["verdict"], kept["kept_out_by"], strict=True)) == {("excluded", "possible only")}
    for chosen, why in [({"dose": [300, 300]}, ("not reported", "dose")), ({"age_group": "pediatric"}, ("excluded", "age"))]:
        rows = asked("trial", chosen={**NO_FILTER, **chosen})
        assert set(zip(rows["verdict"], rows["kept_out_by"], strict=True)) == {why}
        assert all(label.endswith(why[0]) for label in rows["arm_label"])


@pytest.mark.parametrize("name", ["responses", "resolution", "harms", "stopping", "findings"])
def test_findings_that_match_only_possibly_are_left_out_on_request(name):
    chosen = {**NO_FILTER, "age": [10, 60]}
    kept, every = asked(name, chosen=chosen, possible=False), asked(name, chosen=chosen)
    certain = every[every["verdict"] != "possible"]
    assert len(kept) == len(certain) < len(every)
    assert sorted(kept["verdict"]) == sorted(certain["verdict"])


@EACH
def test_every_patient_of_the_table_is_silent_or_has_facts(reading):
    silent, cells, limits = asked("silent", reading), asked("gaps", reading), reading.source().limits
    facts = {row["publication_id"] for row in GROUPS.values()} if reading is BUILT_IN else set()
    for key, all_of_them in [("patient", limits.patients), ("publication", limits.publications)]:
        with_facts = {report[key] for report in reading.reports() if report["publication"] in facts}
        without = len(silent) if key == "publication" else silent["all_at_most"].iloc[0]
        assert without + len(with_facts) == all_of_them
    assert cells["at_most"].max() <= limits.patients


@pytest.mark.parametrize("name", ["responses", "trial", "resolution", "harms", "stopping", "findings", "silent", "gaps"])
def test_reviews_and_outside_reports_are_never_added_to_the_table(name):
    reviewed = {
        int(group["patients"])
        for group in GROUPS.values()
        if PUBLICATIONS[group["publication_id"]]["role"] == "review" and group["patients"]
    }
    found = set(asked(name).select_dtypes("number").filter(regex="^(?!.*(percent|score))").to_numpy().ravel())
    table = [len({key(report) for report in BUILT_IN.reports()}) for unit, key in UNITS.items() if unit.startswith("patient")]
    assert not found & {total + patients for total in table for patients in reviewed}


@pytest.mark.parametrize("name", ["responses", "trial", "resolution", "harms", "stopping", "findings"])
def test_a_source_without_findings_gives_none(name):
    assert asked(name, SECOND).empty
