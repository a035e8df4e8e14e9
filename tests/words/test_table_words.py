"""Which rows the table shows, what its line counts, and what stands on the card of each study."""

import pytest

import filters
import queries
from data.source import Choice
from tests.second import second_source
from words import table

SOURCES = {"built-in": queries.built_in(), "second": second_source()}
CHILDREN = filters.choice(queries.built_in(), {"age_group": "pediatric"})


def rows(choice):
    return queries.ask("literature/table", choice)


def test_what_the_filter_leaves_out_is_hidden_or_comes_last():
    kept = table.shown(rows(CHILDREN), False, "")
    everything = table.shown(rows(CHILDREN), True, "")
    assert table.count(kept, rows(CHILDREN)) == "7 of 20 rows match: 6 patients, up to 46"
    assert everything.num_rows == rows(CHILDREN).num_rows
    assert everything["kept"].to_pylist() == [True] * 7 + [False] * 13
    assert everything.slice(0, 7).equals(kept)
    assert table.count(everything, rows(CHILDREN)) == "7 of 20 rows match: 6 patients, up to 46"


def test_a_search_finds_text_in_capitals_or_not_and_counts_what_it_finds():
    found = table.shown(rows(CHILDREN), False, "LEMAL")
    assert set(found["publication_id"].to_pylist()) == {"lemal2019"}
    assert table.count(found, rows(CHILDREN)) == "2 of 20 rows match: 0 patients, up to 40"
    assert table.count(table.shown(rows(CHILDREN), False, "pitt"), rows(CHILDREN)) == "1 of 20 rows matches: 1 patient"
    assert table.shown(rows(CHILDREN), True, "no such row").num_rows == 0
    assert table.shown(rows(CHILDREN), False, "↑")["publication_id"].to_pylist() == ["lemal2019"] * 2


@pytest.mark.parametrize("source", SOURCES.values(), ids=SOURCES)
def test_every_card_reads_well(source):
    findings = queries.objects("outcomes/findings", Choice(source))
    for publication, label in filters.options(filters.STUDY, source).items():
        found = queries.objects("literature/study", Choice(source), study=publication)
        head, lines = table.card(found)
        assert found[0].publication == label
        assert {len(line) for line in lines} == {1 + len(head)}
        told = table.outcomes([row for row in findings if row.publication == label])
        for text in [*head, *(cell for line in lines for cell in line), told]:
            assert text
            assert not {"nan", "None", "()"} & set(text.split()), text
