"""The partition law on any filter of any source, against a reading of the printed cells in plain Python."""

import json

from hypothesis import given, settings
from hypothesis import strategies as st

import queries
from data.source import Choice
from tests.queries.by_hand import FILTERS, NO_FILTER, ORDER, RANGES, UNITS, brute_counts
from tests.queries.readings import BUILT_IN, EACH, SECOND


def counts(reading, chosen, possible=True):
    rows = reading.run("literature/counts", chosen, possible)
    return {
        row.unit: dict(zip(ORDER, [row.certain, row.possible, row.not_reported, row.excluded], strict=True))
        for row in rows.itertuples()
    }


def patients_of(reading, several):
    """The counts of patients under several filters, asked at once as sides."""
    asked = [{name: value for name, value in chosen.items() if value is not None} for chosen in several]
    rows = queries.run("comparison/counts", Choice(reading.source(), json.dumps({"sides": asked})))
    rows = rows[rows["unit"] == "patients"]
    assert [ord(side) - 64 for side in rows["side"]] == list(range(1, len(several) + 1))
    return rows.to_dict("records")


def all_of(reading):
    """Everything of a source under each unit, counted in its files."""
    return {
        unit: len({key(report) for report in reading.reports()}) for unit, key in UNITS.items() if unit != "patient reports"
    }


@EACH
@settings(max_examples=60, deadline=None)
@given(data=st.data())
def test_every_patient_gets_one_verdict_and_it_is_the_brute_force_one(reading, data):
    chosen = data.draw(reading.any_filter())
    found, expected = counts(reading, chosen), brute_counts(reading.reports(), chosen)
    assert found == {unit: expected[unit] for unit in found}
    assert {unit: sum(verdicts.values()) for unit, verdicts in found.items()} == all_of(reading)


@EACH
@settings(max_examples=15, deadline=None)
@given(data=st.data())
def test_each_filter_alone_is_the_brute_force_one(reading, data):
    chosen = data.draw(reading.any_filter())
    several = [{**NO_FILTER, name: chosen[name]} for name in FILTERS]
    for row, alone in zip(patients_of(reading, several), several, strict=True):
        expected = brute_counts(reading.reports(), alone)["patients"]
        assert [row["certain"], row["possible"], row["not_reported"], row["excluded"]] == list(expected.values()), alone


@EACH
@settings(max_examples=20, deadline=None)
@given(st.data(), st.integers(0, 50), st.integers(0, 50))
def test_widening_a_filter_never_loses_a_patient(reading, data, down, up):
    chosen = data.draw(reading.any_filter())
    pairs = []
    for name in RANGES:
        low, high = chosen[name] or ([2010, 2015] if name == "year" else [10, 20])
        pairs += [{**chosen, name: [low, high]}, {**chosen, name: [low - down, high + up]}]
    rows = patients_of(reading, pairs)
    for before, after in zip(rows[::2], rows[1::2], strict=True):
        assert after["certain"] >= before["certain"]
        assert after["certain"] + after["possible"] >= before["certain"] + before["possible"]
        assert after["excluded"] <= before["excluded"]


@EACH
@settings(max_examples=20, deadline=None)
@given(data=st.data())
def test_clearing_a_filter_never_loses_a_patient(reading, data):
    chosen = data.draw(reading.any_filter())
    before, *all_after = patients_of(reading, [chosen, *({**chosen, name: None} for name in FILTERS)])
    for after in all_after:
        assert after["excluded"] <= before["excluded"]
        assert after["certain"] >= before["certain"]


@EACH
def test_leaving_possible_matches_out_changes_no_verdict(reading):
    chosen = {**NO_FILTER, "age_group": "pediatric"}
    assert counts(reading, chosen) == counts(reading, chosen, possible=False)


def test_a_publication_without_a_year_is_not_reported_under_any_year():
    assert any(report["year"] is None for report in SECOND.reports()), "or this test proves nothing"
    for year in [[1900, 2100], [2024, 2024]]:
        rows = SECOND.run("literature/table", {**NO_FILTER, "year": year}).set_index("row")
        assert rows.loc[8, "why"] == "not reported: year of publication not reported (1 patient)"
    assert rows.loc[5, "verdict"] == "certain", "the publication of 2024"
    assert rows.loc[1, "why"] == "excluded: publication of 2009 is outside 2024–2024 (2 patients)"
    assert all(report["year"] for report in BUILT_IN.reports())
