"""Every statement has its query and every query its statement; what each finds is worked out again from the CSV files alone."""

import csv
import re

import pytest
from streamlit.testing.v1 import AppTest

import data
import queries
from tests.conftest import ROOT
from tests.queries import recomputed_child, recomputed_literature
from widgets import claims

with (ROOT / "data" / "claims.csv").open(encoding="utf-8", newline="") as stream:
    CLAIMS = {row["claim_id"]: row for row in csv.DictReader(stream)}
EXPECTED = recomputed_literature.expected() | recomputed_child.expected()


@pytest.fixture
def forget():
    """Forget the answers of all queries, now and afterwards, so that a broken query is asked and not remembered."""

    def clear():
        queries.parameters.cache_clear()
        queries._rows.cache_clear()

    clear()
    yield clear
    clear()


def found(claim_id):
    return queries.run(f"claims/{claim_id}").iloc[0]


def test_every_statement_has_a_query_a_recomputation_and_a_place_and_nothing_else_has():
    assert set(CLAIMS) == {path.stem for path in (ROOT / "queries" / "claims").glob("*.sql")} == set(EXPECTED)
    assert [int(row["position"]) for row in CLAIMS.values()] == list(range(1, len(CLAIMS) + 1))
    assert len({row["title"] for row in CLAIMS.values()}) == len(CLAIMS), "a title is an address"


@pytest.mark.parametrize("claim_id", CLAIMS)
def test_a_query_gives_one_row_of_four_columns(claim_id):
    assert not queries.parameters(f"claims/{claim_id}")
    rows = queries.run(f"claims/{claim_id}")
    assert list(rows.columns) == ["recomputed", "verdict", "affected", "rows_of"]
    assert len(rows) == 1
    assert rows.iloc[0]["verdict"] in list(claims.VERBS)[:4]


@pytest.mark.parametrize("claim_id", CLAIMS)
def test_every_number_and_verdict_follows_from_the_files(claim_id):
    numbers, verdict = EXPECTED[claim_id]
    answer = found(claim_id)
    told = [float(number) for number in re.findall(r"\d+(?:\.\d+)?", answer["recomputed"].replace("Table 1", ""))]
    assert told == pytest.approx([float(number) for number in numbers])
    assert answer["verdict"] == verdict


@pytest.mark.parametrize("claim_id", CLAIMS)
def test_no_number_of_an_answer_is_typed_into_its_query(claim_id):
    told = queries.text(f"claims/{claim_id}").split("AS recomputed")[0]
    words = " ".join(re.findall(r"'([^']*)'", re.sub(r"\w+\('[^']*'\)|(=|LIKE|IN|BETWEEN) .*", "", told)))
    assert not re.search(r"(?<![\w{:+.-])\d", words.replace("Table 1", "")), words


@pytest.mark.parametrize("claim_id", CLAIMS)
def test_every_row_behind_an_answer_exists_and_names_its_source(claim_id):
    answer = found(claim_id)
    if len(answer["affected"]):
        assert len(queries.run("paper/printed", rows=[int(row) for row in answer["affected"]])) == len(set(answer["affected"]))
    if answer["rows_of"]:
        cited = queries.run("paper/cited", rows_of=answer["rows_of"])
        named = [
            (part.split(": ")[0], key) for part in answer["rows_of"].split("; ") for key in part.split(": ")[1].split(", ")
        ]
        assert sorted(zip(cited["table_name"], cited["id"], strict=True)) == sorted(named)
        assert cited["source"].str.len().min() > 0
        assert cited["told"].str.len().min() > 0


def test_what_rests_on_an_inference_or_another_document_says_so():
    for claim_id, row in CLAIMS.items():
        if row["basis"] == "inference" or "same_patients" in queries.text(f"claims/{claim_id}"):
            assert "inference" in row["explanation"], claim_id
        assert (row["basis"] == "news item and paper") == (row["topic"] == claims.NEWS), claim_id
        if row["basis"] == "other publication":
            assert "abstract" in row["source"].lower() or "doi" in row["source"] or "ACTRN" in row["source"], claim_id


def test_an_answer_that_changes_without_the_pair_taken_to_be_reported_twice_cites_it():
    with data.connect() as connection:
        connection.execute("DELETE FROM same_patients")
        connection.execute((queries.FOLDER / "views.sql").read_text(encoding="utf-8"))
        without = {name: connection.execute(queries.text(f"claims/{name}")).fetchone() or ("", "") for name in CLAIMS}
    changed = [name for name, told in without.items() if list(told[:2]) != list(found(name)[["recomputed", "verdict"]])]
    assert {"patients", "mostly_adults"} <= set(changed)
    for name in changed:
        assert "same_patients: constantine-carter" in found(name)["rows_of"], name


@pytest.mark.parametrize(
    ("said", "number", "decimals", "verdict"),
    [
        (40, 40, -1, "agrees"), (40, 39.3, -1, "agrees within rounding"), (40, 34.9, -1, "differs"), (6, 6.17, 0, "agrees within rounding"),
        (81, 83, 0, "differs"), (None, 83, 0, "cannot be checked"), (81, None, 0, "cannot be checked"),
    ],
)  # fmt: skip
def test_agreement_tells_equal_from_rounded_from_different(said, number, decimals, verdict):
    with queries.build() as connection:
        told = connection.execute(
            "SELECT agreement($said, $number, $decimals)", {"said": said, "number": number, "decimals": decimals}
        )
        assert told.fetchone() == (verdict,)


BROKEN = {
    "-- One row per check: broken.\nSELECT nothing FROM nowhere": "nowhere",
    "-- One row per check: broken.\nSELECT FROM WHERE": "syntax error",
    "-- One row per check: broken.\nSELECT * FROM claims": "rows in place of one",
    "-- One row per check: broken.\nSELECT * FROM claims WHERE false": "0 rows in place of one",
}


@pytest.mark.parametrize(("sql", "message"), BROKEN.items())
def test_a_broken_query_shows_its_error_in_its_own_row_alone(sql, message, tmp_path, monkeypatch, forget):
    before = claims.checked().set_index("claim_id")
    forget()
    (tmp_path / "minors.sql").write_text(sql, encoding="utf-8")
    original = queries.text

    def text(name):
        return (tmp_path / "minors.sql").read_text(encoding="utf-8") if name == "claims/minors" else original(name)

    monkeypatch.setattr(queries, "text", text)
    after = claims.checked().set_index("claim_id")
    assert message in after.loc["minors", "error"]
    assert after.loc["minors", "verdict"] == claims.FAILED
    assert after.drop("minors").drop(columns="affected").equals(before.drop("minors").drop(columns="affected"))
    assert "1 could not be recomputed" in claims.summary(after)


def test_the_summary_counts_every_statement_once():
    rows = claims.checked()
    told = claims.summary(rows)
    assert len(told) <= 115, "it is the title of a slide"
    paper, news = ([int(number) for number in re.findall(r"\d+", part)] for part in told.split("News: "))
    assert sum(news) == sum(row["topic"] == claims.NEWS for row in CLAIMS.values())
    assert sum(paper) == len(CLAIMS) - sum(news)
    assert len(claims.shown(rows, ["differs"], [], None)) == (rows["verdict"] == "differs").sum()
    assert list(claims.shown(rows, ["agrees"], [], "Number of patients")["claim_id"]) == ["patients"]
    assert claims.shown(rows, ["agrees within rounding"], ["Diagnosis"], None).empty
    assert len(claims.shown(rows, [], [], "no such title")) == len(rows)


def test_every_statement_opens_by_its_address_even_where_its_query_is_no_sql(monkeypatch, forget):
    original = queries.text
    monkeypatch.setattr(queries, "text", lambda name: "SELECT FROM WHERE" if name == "claims/minors" else original(name))
    for row in CLAIMS.values():
        page = AppTest.from_file(str(ROOT / "pages" / "paper" / "claims.py"), default_timeout=60)
        page.query_params["claim"] = row["title"]
        page.run()
        assert not page.exception, row["title"]
        assert len(page.error) == (row["claim_id"] == "minors"), row["title"]
        assert any(row["statement"] in text.value for text in page.markdown), row["title"]
