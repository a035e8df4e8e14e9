"""An appraisal file comes back as it was written, and anything else is refused with file, place and remedy."""

import csv
import json
import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from appraisal import Appraisal, file, tidy
from bench import hostile
from tests.conftest import ROOT

with (ROOT / "data" / "appraisal_items.csv").open(encoding="utf-8", newline="") as stream:
    ROWS = list(csv.DictReader(stream))
ITEMS = {row["item_id"]: row["options"].split("; ") if row["options"] else [] for row in ROWS}
RATED = [item for item, options in ITEMS.items() if options]

ratings = st.lists(st.sampled_from(RATED), unique=True).flatmap(
    lambda chosen: st.fixed_dictionaries({item: st.sampled_from(ITEMS[item]) for item in chosen})
)
anything = st.text(max_size=60) | st.text(st.characters(categories=["Cc", "Cs", "Lu", "Zs"]), max_size=20)
appraisals = st.builds(
    Appraisal,
    rater=anything.filter(lambda text: tidy(text).strip()),
    saved_utc=st.datetimes().map(lambda time: time.strftime(file.TIME)).filter(lambda text: len(text) == 20),
    data_version=st.text("0123456789abcdef", min_size=8, max_size=8),
    ratings=ratings,
    comments=st.dictionaries(st.sampled_from(list(ITEMS)), anything, max_size=6),
)
GOOD = Appraisal("Ann Ó", "2026-01-31T12:00:00Z", "0123abcd", {"care_1": "partly"}, {"grade_imprecision": "few"})


def test_the_items_are_those_of_the_instruments_and_ship_without_a_rating():
    numbers = {kind: [row["number"] for row in ROWS if row["instrument"] == kind] for kind in ["CARE", "Murad 2018", "GRADE"]}
    parts = {"3": "abcd", "5": "abcd", "8": "abcd", "9": "abc", "10": "abcd", "11": "abcd"}
    assert numbers["CARE"] == [f"{topic}{part}" for topic in range(1, 14) for part in parts.get(str(topic), [""])]
    assert numbers["Murad 2018"] == [str(number) for number in range(1, 9)]
    assert {row["domain"] for row in ROWS if row["instrument"] == "Murad 2018"} == {
        "Selection", "Ascertainment", "Causality", "Reporting"}  # fmt: skip
    ways = [row["domain"] for row in ROWS if row["instrument"] == "GRADE"]
    assert (ways.count("May lower certainty"), ways.count("May raise certainty")) == (5, 3)
    assert all(bool(row["options"]) == (row["instrument"] != "GRADE") for row in ROWS)
    assert [int(row["position"]) for row in ROWS] == list(range(1, len(ROWS) + 1))
    assert len({row["name"] for row in ROWS}) == len(ROWS)
    for row in ROWS:
        assert not {"reported", "partly", "cannot tell"} & set(row["prompt"].lower().replace(".", "").split(" ")), row["prompt"]


@given(appraisals)
def test_a_file_comes_back_as_it_was_written(written):
    content = file.write(written)
    back = file.read("a.json", content, ITEMS)
    assert back.ratings == written.ratings
    assert back.comments == {item: tidy(text) for item, text in written.comments.items() if tidy(text)}
    assert (back.saved_utc, back.data_version) == (written.saved_utc, written.data_version)
    assert back.rater.split() == tidy(written.rater).split()
    assert file.write(back) == content


@given(st.binary(max_size=200) | st.recursive(st.none() | st.booleans() | st.text(), lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner)).map(lambda value: json.dumps(value).encode()))  # fmt: skip
def test_garbage_is_refused_and_never_anything_worse(content):
    with pytest.raises(file.AppraisalError, match=r"^a\.json: .*[;,] "):
        file.read("a.json", content, ITEMS)


def test_every_truncated_file_is_refused():
    content = file.write(GOOD).rstrip()
    assert file.read("a.json", content, ITEMS) == GOOD
    for end in range(len(content)):
        with pytest.raises(file.AppraisalError):
            file.read("a.json", content[:end], ITEMS)


DAMAGE = [
    ({"ratings": {"care_1": "good"}}, "item care_1 has the rating 'good'; use one of reported, partly, not reported"),
    ({"ratings": {"care_1": ["partly"]}}, "item care_1 has the rating"),
    ({"ratings": {"care_99": "partly"}}, "ratings name the item 'care_99', which is not known"),
    ({"ratings": {"grade_imprecision": "yes"}}, "item grade_imprecision .* takes only a comment"),
    ({"ratings": []}, "field ratings"),
    ({"comments": {"care_1": 3}}, "comment on item care_1"),
    ({"comments": {"care_1": "x" * 4001}}, "4,001 characters; shorten"),
    ({"comments": {"care_1": "bell\a"}}, "control characters"),
    ({"comments": {"care_1": "\ud800"}}, "control characters"),
    ({"rater": " "}, "field rater"),
    ({"rater": "two\nlines"}, "one line"),
    ({"schema_version": 2}, "only 1 can be read"),
    ({"schema_version": True}, "only 1 can be read"),
    ({"saved_utc": "2026-1-31T12:00:00Z"}, "write the time as"),
    ({"saved_utc": None}, "write the time as"),
    ({"data_version": "x"}, "eight digits"),
    ({"format": "other"}, "must be 'MastoScope appraisal'"),
    ({"extra": 1}, "field 'extra' is not known"),
]


@pytest.mark.parametrize(("change", "message"), DAMAGE)
def test_a_damaged_file_is_refused_with_its_place(change, message):
    content = json.dumps({**json.loads(file.write(GOOD)), **change}).encode()
    with pytest.raises(file.AppraisalError, match=f"^b.json: .*{message}"):
        file.read("b.json", content, ITEMS)


@pytest.mark.parametrize("field", file.FIELDS)
def test_a_missing_field_is_named(field):
    fields = json.loads(file.write(GOOD))
    del fields[field]
    with pytest.raises(file.AppraisalError, match=f"field {field} is missing"):
        file.read("b.json", json.dumps(fields).encode(), ITEMS)


@pytest.mark.parametrize(
    "content", [b'{"a": 1, "a": 2}', b"[" * 100_000, b'{"a": NaN}', b"9" * 9_000, b" " * 1_000_001, b"\xff"]
)
def test_json_that_readers_disagree_about_is_refused(content):
    with pytest.raises(file.AppraisalError, match=r"^c\.json: "):
        file.read("c.json", content, ITEMS)


def test_two_hundred_hostile_files_become_an_appraisal_or_a_sentence():
    tally = hostile.files(200, random.Random(2))
    assert tally["inputs"] == 200
    assert tally["notices"] > 150
    assert tally["markup"] == 0
