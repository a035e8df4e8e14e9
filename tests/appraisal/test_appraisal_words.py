"""Raters are compared, and appraisals told about, as a plain reading does."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from appraisal import Appraisal, compare, is_empty, same_content, words

ITEMS = {"care_1": ["reported", "partly"], "care_2": ["reported", "partly"], "murad_1": ["yes", "no"], "grade_bias": []}
RATED = [item for item, answers in ITEMS.items() if answers]
EMPTY = Appraisal("", "2026-01-31T12:00:00Z", "0123abcd", {}, {})
GOOD = EMPTY._replace(rater="Ann", ratings={"care_1": "partly"}, comments={"grade_bias": "few"})

ratings = st.fixed_dictionaries({}, optional={item: st.sampled_from(ITEMS[item]) for item in RATED})


@given(st.lists(ratings, min_size=2, max_size=4))
def test_raters_are_compared_as_a_plain_reading_does(several):
    compared = compare([EMPTY._replace(ratings=ratings) for ratings in several], ITEMS)
    assert list(compared) == RATED
    for item in RATED:
        text = words.comparison(compared[item])
        given_ratings = [ratings.get(item) for ratings in several]
        assert compared[item].differ == text.startswith("differ") == (len(set(given_ratings) - {None}) > 1)
        assert text.endswith("not rated by all") == (0 < given_ratings.count(None) < len(several))
        assert (text == "not rated") == (given_ratings.count(None) == len(several))
        assert (text == "agree") == (len(set(given_ratings)) == 1 and None not in given_ratings)


@pytest.mark.parametrize(
    ("several", "sentence"),
    [
        ([{}, {"care_1": "partly"}], "2 raters have rated no item in common."),
        ([{"care_1": "partly"}] * 2, "2 raters agree on 1 of 1 item that all of them rated; 2 more not rated by all."),
        ([{"care_1": "partly", "care_2": "partly"}, {"care_1": "partly", "care_2": "reported"}],
         "2 raters agree on 1 of 2 items that all of them rated; 1 more not rated by all."),
        ([dict.fromkeys(RATED, "yes")] * 3, "3 raters agree on 3 of 3 items that all of them rated."),
    ],
)  # fmt: skip
def test_one_sentence_says_how_far_raters_agree(several, sentence):
    compared = compare([EMPTY._replace(ratings=ratings) for ratings in several], ITEMS)
    assert words.summary(compared, len(several)) == sentence


def test_two_appraisals_are_the_same_whenever_they_were_saved():
    assert same_content(GOOD, GOOD._replace(saved_utc="2027-01-31T12:00:00Z", data_version="ffffffff"))
    assert not same_content(GOOD, GOOD._replace(rater="Ben"))
    assert not same_content(GOOD, GOOD._replace(comments={}))
    assert is_empty(EMPTY)
    assert not is_empty(EMPTY._replace(comments={"care_1": "why"}))


def test_a_reader_is_told_what_is_not_saved():
    assert words.saved_or_not(GOOD, saved=True).endswith("All answers are in the file downloaded last.")
    assert "**Not saved.** Answers live only" in words.saved_or_not(GOOD, saved=False)
    assert "**Not saved.** Write your name to download." in words.saved_or_not(GOOD._replace(rater=""), saved=False)
    for saved in (True, False):
        assert words.saved_or_not(EMPTY, saved).startswith("Write your name to download. Answers live only")


def test_progress_labels_and_file_names():
    assert words.progress(GOOD, 3) == "1 of 3 items rated, 1 commented"
    assert words.domain("Selection", GOOD, 1, 2) == "Selection · 1 of 1 rated"
    assert words.domain("Bias", GOOD, 0, 2) == "Bias · 1 of 2 commented"
    assert words.label("Murad 2018", "4", "Causality") == "Murad 4 · Causality"
    assert words.label("GRADE", "", "Imprecision") == "GRADE · Imprecision"
    assert words.file_name("Ann Ó  Neill!") == "appraisal-ann-neill.json"
    assert words.file_name("李") == "appraisal-rater.json"
    assert words.refused(1) == "1 file refused; everything else stays as it was."
    assert words.refused(2) == "2 files refused; everything else stays as it was."


def test_an_instrument_names_each_of_its_sources_once_with_its_link():
    text = words.about("Murad 2018", ["A 2018, doi 10.1/a; B 2019", "B 2019"])
    assert text.startswith(
        "How far this case can be trusted, after the quality domains of A 2018, [doi 10.1/a](https://doi.org/10.1/a); B 2019."
    )
