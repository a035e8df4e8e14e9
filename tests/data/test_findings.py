"""The findings keep to their denominators, their sources and their place beside Table 1."""

import re

import pytest

from tests.data.test_dictionary import rows

GROUPS = {row["group_id"]: row for row in rows("study_groups")}
PUBLICATIONS = {row["publication_id"]: row for row in rows("publications")}
FINDINGS = rows("outcomes")


def counts(**wanted):
    return {
        row["outcome_id"]: int(row["patients"])
        for row in FINDINGS
        if row["patients"] and all(row[column] in values for column, values in wanted.items())
    }


def test_a_numerator_never_exceeds_its_denominator():
    counted = 0
    for row in FINDINGS:
        denominator = GROUPS[row["group_id"]]["patients"]
        if row["patients"] and denominator:
            assert 0 <= int(row["patients"]) <= int(denominator), row["outcome_id"]
            counted += 1
    assert counted > 30
    assert all(0 <= float(row["value"]) <= 100 for row in FINDINGS if row["unit"] == "%")


def test_the_categories_of_one_study_fill_its_denominator():
    responses = counts(group_id=["broesbyolsen2018-evaluated"], category=["complete", "major", "partial", "withdrawn"])
    assert sorted(responses.values()) == [2, 3, 3, 5]
    assert sum(responses.values()) == int(GROUPS["broesbyolsen2018-evaluated"]["patients"])
    left_out = counts(outcome_id=["broesbyolsen2018-left-out"])["broesbyolsen2018-left-out"]
    assert int(GROUPS["broesbyolsen2018-treated"]["patients"]) - left_out == 13
    assert sum(counts(group_id=["slapnicar2019-anaphylaxis"], domain=["anaphylaxis"]).values()) == 5
    assert sum(counts(group_id=["jendoubi2020-included"], domain=["patients"]).values()) == 69
    assert sum(counts(group_id=["series23-all"], domain=["patients"]).values()) == 23


def test_the_arms_of_the_trial_are_its_groups():
    arms = counts(group_id=["distler2020-analysed"], domain=["patients"])
    assert sum(arms.values()) == int(GROUPS["distler2020-analysed"]["patients"]) == 16
    assert set(arms.values()) == {int(GROUPS[f"distler2020-{arm}"]["patients"]) for arm in ["omalizumab", "placebo"]}


def test_every_finding_and_group_leads_to_a_publication():
    assert {row["group_id"] for row in FINDINGS} == set(GROUPS)
    assert {row["publication_id"] for row in GROUPS.values()} <= set(PUBLICATIONS)
    told = {GROUPS[row["group_id"]]["publication_id"] for row in FINDINGS}
    assert told >= {key for key, row in PUBLICATIONS.items() if row["role"] == "outside table 1"}
    assert all(PUBLICATIONS[key]["status"] != "paper only" for key in told), "nothing was read there"


def test_every_finding_says_what_it_does_to_which_claim():
    for row in FINDINGS:
        assert row["status"] in ("yes", "partly")
        assert row["bearing"] in ("supports", "qualifies", "contradicts", "adds", "is the claim")
        own = GROUPS[row["group_id"]]["publication_id"] == "bossi2023"
        assert own >= (row["bearing"] == "is the claim"), row["outcome_id"]
        assert own <= (row["bearing"] != "supports"), "a claim is no support of itself"
        if row["bearing"] != "adds":
            places = r"paragraphs? \d|Table 1|Abstract"
            assert re.search(places, row["bearing_note"]), f"{row['outcome_id']} names no place in the paper"


def test_overlap_with_the_table_is_told():
    in_table = {row["publication_id"] for row in rows("table_rows")}
    for row in GROUPS.values():
        assert row["overlap_note"]
        printed = row["publication_id"] in in_table
        assert printed <= (row["overlap"] in ("in Table 1", "overlaps Table 1")), row["group_id"]
        if PUBLICATIONS[row["publication_id"]]["role"] == "outside table 1":
            assert row["overlap"] == "unknown", "no such publication was read far enough to rule it out"


def test_what_is_unverified_stays_empty():
    for key in ["actrn", "series23", "weiss", "venom2007"]:
        assert not PUBLICATIONS[key]["year"]
    for row in rows("publications"):
        if row["role"] == "outside table 1" and row["status"] == "partly read":
            assert not row["pmid"]
    unstated = [key for key, row in GROUPS.items() if not row["patients"]]
    assert "jendoubi2020-symptoms" in unstated
    assert not counts(group_id=["jendoubi2020-symptoms", "khalfalla-all", "series23-data"])


@pytest.mark.parametrize("word", ["memory", "recollect", "mirror", "www", ".com", ".org"])
def test_no_word_of_doubtful_origin_stands_in_the_files(word):
    for name in ["study_groups", "outcomes"]:
        cells = (cell for row in rows(name) for column, cell in row.items() if column != "source_url")
        assert word not in " ".join(cells).lower()


def test_every_finding_has_the_address_of_the_page_that_was_read():
    for row in FINDINGS:
        assert re.fullmatch(r"https?://[\w.-]+/\S+", GROUPS[row["group_id"]]["source_url"]), row["outcome_id"]
    # One page, one address: where a source is named alike, so is its page.
    places = {(row["publication_id"], row["source"]): row["source_url"] for row in GROUPS.values()}
    assert all(places[row["publication_id"], row["source"]] == row["source_url"] for row in GROUPS.values())


def test_what_nobody_counted_has_no_count():
    for row in FINDINGS:
        if row["result"].startswith("none"):
            assert not row["patients"], row["outcome_id"]


def test_one_earlier_episode_is_no_response():
    row = next(row for row in FINDINGS if row["outcome_id"] == "bossi2023-anaphylaxis")
    assert not row["category"]
    assert not row["direction"]
    assert "One episode" in row["note"]


def test_a_contradicted_cell_names_a_finding_that_contradicts_its_own_row():
    printed, findings = {row["row"]: row for row in rows("table_rows")}, {row["outcome_id"]: row for row in FINDINGS}
    for row in rows("contradicted_cells"):
        finding = findings[row["outcome_id"]]
        assert finding["bearing"] == "contradicts"
        assert GROUPS[finding["group_id"]]["publication_id"] == printed[row["row"]]["publication_id"]
        assert finding["domain"] == row["quantity"]
