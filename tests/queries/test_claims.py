"""Every statement has its query and every query its statement; what each finds is worked out again from the CSV files alone."""

import re
from collections import defaultdict

import pytest
from streamlit.testing.v1 import AppTest

import data
import queries
from data.source import Choice
from tests.conftest import ROOT
from tests.data.test_dictionary import key, rows
from tests.queries import recomputed_child, recomputed_literature
from words import claims

CLAIMS = {row["claim_id"]: row for row in rows("claims")}
QUERIES = sorted({row["query"] for row in CLAIMS.values()})
EVIDENCE = defaultdict(list)
for row in rows("claim_evidence"):
    EVIDENCE[row["claim_id"]].append((row["table_name"], row["key"]))
EXPECTED = recomputed_literature.expected() | recomputed_child.expected()


@pytest.fixture
def forget(monkeypatch):
    """Ask a source of its own, so that a broken query is asked and not remembered; call it to forget once more."""

    def clear():
        for remembered in [queries._statement, queries.parameters, queries.derivations]:
            remembered.cache_clear()
        fresh = queries.source(data.read(), "", "", "", built_in=True)
        monkeypatch.setattr(queries, "built_in", lambda: fresh)

    clear()
    yield clear
    for remembered in [queries._statement, queries.parameters, queries.derivations]:
        remembered.cache_clear()


@pytest.fixture(scope="module")
def answers():
    """Every statement with its answer and verdict, by its name."""
    return claims.checked(everything()).set_index("claim_id")


def everything():
    return Choice(queries.built_in())


def test_every_statement_has_a_query_a_recomputation_and_a_place_and_nothing_else_has():
    assert set(QUERIES) == {path.stem for path in (ROOT / "queries" / "claims").glob("*.sql")}
    assert set(CLAIMS) == set(EXPECTED)
    assert [int(row["position"]) for row in CLAIMS.values()] == list(range(1, len(CLAIMS) + 1))
    assert len({row["title"] for row in CLAIMS.values()}) == len(CLAIMS), "a title is an address"


@pytest.mark.parametrize("claim_id", CLAIMS)
def test_a_query_gives_one_row_of_what_the_rule_of_its_statement_needs(claim_id):
    name, rule = f"claims/{CLAIMS[claim_id]['query']}", CLAIMS[claim_id]["rule"]
    assert queries.parameters(name) <= {"stated", "stated_words", "threshold", "key"}
    statement = next(queries.run("paper/claims", everything()).query("claim_id == @claim_id").itertuples())
    found = queries.run(name, everything(), **claims.values(statement))
    # A number may come with a condition, and a judgement with what a shared query finds for another statement.
    allowed = {"number": ["holds"], "holds": [], "judgement": ["found"]}[rule]
    assert set(claims.NEEDED[rule]) <= set(found.columns) <= {*claims.NEEDED[rule], *allowed}
    assert len(found) == 1


@pytest.mark.parametrize("query", QUERIES)
def test_a_query_names_no_statement_that_it_serves_and_gives_no_verdict(query):
    text = queries.text(f"claims/{query}")
    for claim_id in [name for name, row in CLAIMS.items() if row["query"] == query]:
        assert f"'{claim_id}'" not in text
    for verdict in claims.VERDICTS:
        assert f"'{verdict}'" not in text


@pytest.mark.parametrize("name", [*(f"claims/{query}" for query in QUERIES), "claims"])
def test_no_verdict_is_read_out_of_our_own_sentences(name):
    """A word for a word in our paraphrase would change a verdict: what a query needs stands in a column of its own."""
    sentences = r"(\w+\.)?(detail|label|measure|result|change|note|how|explanation|statement|status_note)\b"
    searched = rf"{sentences} (NOT )?I?LIKE|(regexp\w*|contains|starts_with|split_part)\((\w+\()*{sentences}"
    assert re.search(searched, "contains(lower(case_events.detail), 'x')")
    assert not re.search(searched, queries.text(name)), name


def test_no_query_is_a_copy_of_another():
    shapes = [
        re.sub(r"'[^']*'|\$?\b[a-z_0-9]+\b", "x", queries.text(f"claims/{query}").partition("\n")[2]) for query in QUERIES
    ]
    assert len(set(shapes)) == len(QUERIES)


@pytest.mark.parametrize("claim_id", CLAIMS)
def test_every_number_and_verdict_follows_from_the_files(claim_id, answers):
    numbers, verdict = EXPECTED[claim_id]
    answer = answers.loc[claim_id]
    told = [float(number) for number in re.findall(r"\d+(?:\.\d+)?", answer["recomputed"].replace("Table 1", ""))]
    assert told == pytest.approx([float(number) for number in numbers])
    assert answer["verdict"] == verdict
    assert verdict in claims.VERDICTS
    assert not answer["error"]


@pytest.mark.parametrize("query", QUERIES)
def test_no_number_of_an_answer_is_typed_into_its_query(query):
    text = queries.text(f"claims/{query}").split("AS recomputed")[0]
    words = " ".join(re.findall(r"'([^']*)'", re.sub(r"\w+\('[^']*'\)|(=|LIKE|IN|BETWEEN) .*", "", text)))
    assert not re.search(r"(?<![\w{:+.-])\d", words.replace("Table 1", "")), words


def test_the_rows_of_table_1_behind_an_answer_follow_from_the_files():
    printed = {claim_id: [int(key) for table, key in links if table == "table_rows"] for claim_id, links in EVIDENCE.items()}
    assert {claim_id: found for claim_id, found in printed.items() if found} == recomputed_literature.rows_behind()


@pytest.mark.parametrize("claim_id", CLAIMS)
def test_a_row_that_a_query_names_is_among_the_rows_behind_its_statements(claim_id):
    named = set(re.findall(r"'([^']+)'", queries.text(f"claims/{CLAIMS[claim_id]['query']}"))) | {CLAIMS[claim_id]["key"]}
    tables = [
        "case_events",
        "case_facts",
        "case_measurements",
        "case_medications",
        "outcomes",
        "pk_parameters",
        "same_patients",
    ]
    keys = {row[key(table)] for table in tables for row in rows(table)}
    # An event and a measurement may share a name, and either may be the one that is meant.
    assert named & keys <= {name for _, name in EVIDENCE[claim_id]}
    of_a_kind = {row["fact_id"] for row in rows("case_facts") if row["fact"] in named}
    assert of_a_kind <= {name for _, name in EVIDENCE[claim_id]}


@pytest.mark.parametrize("claim_id", CLAIMS)
def test_every_row_behind_an_answer_is_shown_with_its_source(claim_id, answers):
    printed = queries.run("paper/printed", everything(), claim_id=claim_id)
    cited = queries.run("paper/cited", everything(), claim_id=claim_id)
    elsewhere = [link for link in EVIDENCE[claim_id] if link[0] != "table_rows"]
    assert len(printed) + len(elsewhere) == len(EVIDENCE[claim_id])
    assert list(zip(cited["table_name"], cited["key"], strict=True)) == sorted(elsewhere)
    assert all(cited["source"].str.len() > 0)
    assert all(printed["source"].str.len() > 0)
    assert all(cited["text"].str.len() > 0)
    listed = re.findall(r"\d+", answers.loc[claim_id, "affected"])
    assert listed == [row for table, row in EVIDENCE[claim_id] if table == "table_rows"]
    assert len(re.findall(r"[:,] ", answers.loc[claim_id, "rows_of"])) == len(elsewhere)


def test_what_rests_on_an_inference_or_another_document_says_so():
    for claim_id, row in CLAIMS.items():
        if row["basis"] == "inference" or "same_patients" in queries.text(f"claims/{row['query']}"):
            assert "inference" in row["explanation"], claim_id
        assert (row["basis"] == "news item and paper") == (row["topic"] == claims.NEWS), claim_id
        if row["basis"] == "other publication":
            assert re.search("abstract|doi|ACTRN|product text", row["source"], re.IGNORECASE), claim_id


def test_an_answer_that_changes_without_the_pair_taken_to_be_reported_twice_cites_it(answers):
    tables = {name: rows for name, rows in data.read().items() if name != "same_patients"}
    changed = claims.checked(Choice(queries.source(tables, "", "", ""))).set_index("claim_id")
    columns = ["recomputed", "verdict"]
    differing = [name for name in CLAIMS if list(changed.loc[name, columns]) != list(answers.loc[name, columns])]
    assert {"patients", "mostly_adults"} <= set(differing)
    for name in differing:
        assert ("same_patients", "constantine-carter") in EVIDENCE[name], name


@pytest.mark.parametrize(
    ("stated", "number", "decimals", "verdict"),
    [
        (40, 40, -1, "agrees"), (40, 39.3, -1, "agrees within rounding"), (40, 34.9, -1, "differs"), (6, 6.17, 0, "agrees within rounding"),
        (81, 83, 0, "differs"), (None, 83, 0, "cannot be checked"), (81, None, 0, "cannot be checked"),
    ],
)  # fmt: skip
def test_agreement_tells_equal_from_rounded_from_different(stated, number, decimals, verdict):
    with queries.build(data.read()) as connection:
        values = {"stated": stated, "number": number, "decimals": decimals}
        assert connection.execute("SELECT agreement($stated, $number, $decimals)", values).fetchone() == (verdict,)


@pytest.mark.parametrize(
    ("claim_id", "found", "holds", "verdict"),
    [
        ("patients", 81.0, None, "agrees"), ("patients", 83.0, None, "differs"), ("patients", None, None, "cannot be checked"),
        ("share_of_minors", 6.2, None, "agrees within rounding"), ("follow_up", 20.0, True, "agrees"), ("follow_up", 20.0, False, "differs"),
        ("steady_score", None, True, "agrees"), ("steady_score", None, False, "differs"), ("steady_score", None, None, "cannot be checked"),
        ("half_life", 26.0, True, "cannot be checked"),
    ],
)  # fmt: skip
def test_a_verdict_follows_from_the_rule_of_the_statement(claim_id, found, holds, verdict):
    verdicts = queries.run("paper/verdicts", everything(), claim_ids=[claim_id], found=[found], holds=[holds])
    assert list(verdicts["verdict"]) == [verdict]


def test_a_judgement_of_ours_is_never_more_than_that_nothing_can_be_checked(answers):
    judged = [name for name, row in CLAIMS.items() if row["rule"] == "judgement"]
    assert set(answers.loc[judged, "verdict"]) == {"cannot be checked"}


BROKEN = {
    "-- One row per check: broken.\nSELECT nothing FROM nowhere": "nowhere",
    "-- One row per check: broken.\nSELECT FROM WHERE": "syntax error",
    "-- One row per check: broken.\nSELECT * FROM claims": "rows in place of one",
    "-- One row per check: broken.\nSELECT * FROM claims WHERE false": "0 rows in place of one",
    "-- One row per check: broken.\nSELECT 1 AS answer": "no recomputed and no found",
    "-- One row per check: broken.\nSELECT 'five' AS recomputed, 'five' AS found": "'five' as found",
    "-- One row per check: broken.\nSELECT $nothing AS recomputed, 5 AS found": "nothing",
}


@pytest.mark.parametrize(("sql", "message"), BROKEN.items())
def test_a_broken_query_shows_its_error_in_its_own_row_alone(sql, message, tmp_path, monkeypatch, forget):
    before = claims.checked(everything()).set_index("claim_id")
    forget()
    (tmp_path / "minors.sql").write_text(sql, encoding="utf-8")
    original = queries.text

    def text(name):
        return (tmp_path / "minors.sql").read_text(encoding="utf-8") if name == "claims/minors" else original(name)

    monkeypatch.setattr(queries, "text", text)
    after = claims.checked(everything()).set_index("claim_id")
    assert message in after.loc["minors", "error"]
    assert after.loc["minors", "verdict"] == claims.FAILED
    assert after.drop("minors").equals(before.drop("minors"))
    assert "1 could not be recomputed" in claims.summary(after)


def test_the_summary_counts_every_statement_once():
    found = claims.checked(everything())
    summary = claims.summary(found)
    paper, news = ([int(number) for number in re.findall(r"\d+", part)] for part in summary.split("News: "))
    assert sum(news) == sum(row["topic"] == claims.NEWS for row in CLAIMS.values())
    assert sum(paper) == len(CLAIMS) - sum(news)
    assert len(claims.chosen(found, ["differs"], [], None)) == (found["verdict"] == "differs").sum()
    assert list(claims.chosen(found, ["agrees"], [], "Number of patients")["claim_id"]) == ["patients"]
    assert claims.chosen(found, ["agrees within rounding"], ["Diagnosis"], None).empty
    assert len(claims.chosen(found, [], [], "no such title")) == len(found)


def test_the_table_marks_each_verdict_and_inference_in_words(answers):
    table = claims.labelled(answers)
    assert set(table["verdict"]) == {"= agrees", "≈ agrees within rounding", "≠ differs", "? cannot be checked"}
    judged = {name for name, row in CLAIMS.items() if row["rule"] == "judgement"}
    inferred = {name for name, row in CLAIMS.items() if row["basis"] == "inference"} - judged
    assert set(table.index[table["rests_on"] == "our judgement"]) == judged
    assert set(table.index[table["rests_on"] == "inference"]) == inferred
    for row in answers.itertuples():
        assert (row.Index in judged) == claims.made_by(row).startswith("**Our judgement**: "), row.Index


def test_the_first_line_tells_three_findings_with_the_numbers_of_their_statements(answers):
    title = claims.findings(everything())
    assert len(title) <= 115, "it is the title of a slide"
    child, stop, withdrawn = (answers.loc[name] for name in claims.FIRST)
    assert child["recomputed"].startswith("1 child ")
    assert "one child" in title
    assert stop["verdict"] == withdrawn["verdict"] == "differs"
    assert re.search(r"\d+ of \d+", title)[0] == re.match(r"\d+ of \d+", withdrawn["recomputed"])[0]


def test_the_figure_gives_every_statement_its_place_within_its_topic():
    table = claims.placed(everything())
    assert set(table["claim_id"]) == set(CLAIMS)
    for _, group in table.groupby("topic"):
        assert list(group["place"]) == list(range(1, len(group) + 1))
        assert group["rank"].is_monotonic_increasing
        assert group["position"].nunique() == 1


def paper_check():
    import queries
    from data.source import Choice
    from pages.paper import claims

    claims.page(Choice(queries.built_in()))


def test_a_statement_opens_by_its_address_even_where_its_query_is_no_sql(monkeypatch, forget):
    original = queries.text
    monkeypatch.setattr(queries, "text", lambda name: "SELECT FROM WHERE" if name == "claims/minors" else original(name))
    # One of each rule: a page takes a while.
    for row in {row["rule"]: row for row in [*CLAIMS.values(), CLAIMS["minors"]]}.values():
        page = AppTest.from_function(paper_check, default_timeout=60)
        page.query_params["claim"] = row["title"]
        page.run()
        assert not page.exception, row["title"]
        assert len(page.error) == (row["claim_id"] == "minors"), row["title"]
        assert any(row["statement"] in text.value for text in page.markdown), row["title"]
