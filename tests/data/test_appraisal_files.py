"""An appraisal file comes back as it was written, and anything else is refused with file, place and remedy."""

import csv
import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from data import appraisal
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
    appraisal.Appraisal,
    rater=anything.filter(lambda text: appraisal.tidy(text).strip()),
    saved_utc=st.datetimes().map(lambda time: time.strftime(appraisal.TIME)).filter(lambda text: len(text) == 20),
    data_version=st.text("0123456789abcdef", min_size=8, max_size=8),
    ratings=ratings,
    comments=st.dictionaries(st.sampled_from(list(ITEMS)), anything, max_size=6),
)
GOOD = appraisal.Appraisal("Ann Ó", "2026-01-31T12:00:00Z", "0123abcd", {"care_1": "partly"}, {"grade_imprecision": "few"})


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
def test_a_file_comes_back_as_it_was_written(told):
    content = appraisal.write(told)
    back = appraisal.read("a.json", content, ITEMS)
    assert back.ratings == told.ratings
    assert back.comments == {key: appraisal.tidy(text) for key, text in told.comments.items() if appraisal.tidy(text)}
    assert (back.saved_utc, back.data_version) == (told.saved_utc, told.data_version)
    assert back.rater.split() == appraisal.tidy(told.rater).split()
    assert appraisal.write(back) == content


@given(st.binary(max_size=200) | st.recursive(st.none() | st.booleans() | st.text(), lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner)).map(lambda value: json.dumps(value).encode()))  # fmt: skip
def test_garbage_is_refused_and_never_anything_worse(content):
    with pytest.raises(appraisal.AppraisalError, match=r"^a\.json: .*[;,] "):
        appraisal.read("a.json", content, ITEMS)


def test_every_truncated_file_is_refused():
    content = appraisal.write(GOOD).rstrip()
    assert appraisal.read("a.json", content, ITEMS) == GOOD
    for end in range(len(content)):
        with pytest.raises(appraisal.AppraisalError):
            appraisal.read("a.json", content[:end], ITEMS)


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
    content = json.dumps({**json.loads(appraisal.write(GOOD)), **change}).encode()
    with pytest.raises(appraisal.AppraisalError, match=f"^b.json: .*{message}"):
        appraisal.read("b.json", content, ITEMS)


@pytest.mark.parametrize("field", appraisal.FIELDS)
def test_a_missing_field_is_named(field):
    told = json.loads(appraisal.write(GOOD))
    del told[field]
    with pytest.raises(appraisal.AppraisalError, match=f"field {field} is missing"):
        appraisal.read("b.json", json.dumps(told).encode(), ITEMS)


@pytest.mark.parametrize(
    "content", [b'{"a": 1, "a": 2}', b"[" * 100_000, b'{"a": NaN}', b"9" * 9_000, b" " * 1_000_001, b"\xff"]
)
def test_json_that_readers_disagree_about_is_refused(content):
    with pytest.raises(appraisal.AppraisalError, match=r"^c\.json: "):
        appraisal.read("c.json", content, ITEMS)


@given(st.lists(ratings, min_size=2, max_size=4))
def test_raters_are_compared_as_a_plain_reading_does(several):
    told = dict(appraisal.compare([GOOD._replace(ratings=one) for one in several], ITEMS))
    assert set(told) == set(RATED)
    for item, words in told.items():
        given_ratings = [one.get(item) for one in several]
        assert words.startswith("differ") == (len(set(given_ratings) - {None}) > 1)
        assert words.endswith("not rated by all") == (0 < given_ratings.count(None) < len(several))
        assert (words == "not rated") == (given_ratings.count(None) == len(several))
        assert (words == "agree") == (len(set(given_ratings)) == 1 and None not in given_ratings)
