"""The times of the case: what is assumed is listed, and the missed dose keeps the distances that are printed."""

import re

import pytest

from tests.conftest import ROOT
from tests.data.test_dictionary import rows

EVENTS = {row["event_id"]: row for row in rows("case_events")}
CASE = [
    (row[key], row, [row[field] for field in row if field.endswith("precision")])
    for table, key in [
        ("case_events", "event_id"), ("case_medications", "medication_id"), ("case_measurements", "measurement_id"),
        ("index_case", "quantity"),
    ]
    for row in rows(table)
]  # fmt: skip


def test_the_notes_list_every_row_with_an_assumed_limit_and_no_other():
    notes = (ROOT / "data" / "README.md").read_text(encoding="utf-8")
    listed = re.search(r"- \*\*What is assumed\*\*(.*?)\n- \*\*", notes, re.DOTALL)[1]
    assert set(re.findall(r"`([^`]+)`", listed)) == {name for name, _, known in CASE if "assumed" in known}


def test_an_assumed_limit_says_what_is_assumed_and_no_other_row_assumes():
    for name, row, known in CASE:
        assert ("assumed" in known) == ("assumed" in row["how"]), name


def test_nothing_before_the_first_dose_has_a_limit_that_is_neither_printed_nor_assumed():
    for name, row, known in CASE:
        lows = [row[field] for field in ["start_low_months", "since_first_dose_low_months"] if row.get(field)]
        if row.get("clock") != "birth" and any(float(low) <= -12 for low in lows):
            assert "assumed" in known, name


def test_a_form_has_the_times_and_words_that_it_needs():
    for name, row in EVENTS.items():
        assert (row["form"] in ("lasting", "absence")) == bool(row["end_high_months"]), name
        assert bool(row["time_in_words"] or row["weeks_high"]) == (row["form"] in ("absence", "undated")), name
        assert bool(row["episode"]) == bool(row["weeks_low"]), name
        assert not row["episode"] or row["form"] == "undated", name


def test_the_months_of_an_episode_keep_its_weeks():
    last, *later = [row for row in EVENTS.values() if row["episode"]]
    assert (last["weeks_low"], last["weeks_high"]) == ("0", "0")
    for row in later:
        apart = float(row["weeks_low"]) * 7 / 30.44
        assert float(row["start_low_months"]) == pytest.approx(float(last["start_low_months"]) + apart, abs=0.006)
        if row["weeks_high"]:
            assert float(row["start_high_months"]) == pytest.approx(float(last["start_high_months"]) + apart, abs=0.006)
    told = next(row for row in rows("case_facts") if row["fact_id"] == "relapse-weeks")
    assert (told["value"], told["unit"]) == (EVENTS["relapse"]["weeks_low"], "weeks"), "the number stands in two tables"


def test_anaphylaxis_has_no_age_of_its_own():
    assert EVENTS["anaphylaxis"]["form"] == "undated"
    assert EVENTS["anaphylaxis"]["time_in_words"] == "before the referral"
