"""Each query is one statement that says what a row is, runs, and runs again on the downloadable database."""

import re
from decimal import Decimal

import duckdb
import pandas as pd
import pytest

import filters
import queries
from data.source import Choice
from tests.conftest import ROOT
from tests.data.test_dictionary import rows
from tests.queries.readings import BUILT_IN

NAMES = sorted(str(path.relative_to(ROOT / "queries"))[:-4] for path in (ROOT / "queries").glob("*/*.sql"))
DERIVED = [f"derived/{table}" for table in queries.DERIVED]
ASKED = [name for name in NAMES if name not in DERIVED]
VALUES = {
    "open": ["Symptoms"], "event": "relapse", "biomarker": "tryptase", "direction": "unchanged",
    "topics": ["Dose per injection", "Therapy length", "Tryptase"], "unit": "publications", "child": True, "excluded": True, "study": "lemal2019",
    "claim_id": "patients", "stated": 26, "stated_words": "severe", "threshold": 2, "key": "score-zero",
    "claim_ids": ["patients", "allele_burden", "news_severe"], "found": [83, 39.3, None], "holds": [None, None, True],
}  # fmt: skip
MANY = {"age_group": "pediatric", "dose": [150, 300], "ige": ["up", "down"], "without": ["bell2012"], "year": [2007, 2019]}
CASES = [
    (name, kind)
    for name in ASKED
    for kind in ["no filter", "filters", "certain only", "sides"]
    if kind == "no filter" or (queries.derivations(name) and (kind == "sides") <= name.startswith("comparison/"))
]


def choices():
    source = BUILT_IN.source()
    some, certain = filters.choice(source, MANY), filters.choice(source, {**MANY, "possible": False})
    return {"no filter": Choice(source), "filters": some, "certain only": certain, "sides": filters.sides(some, certain)}


@pytest.fixture(scope="module")
def downloaded(tmp_path_factory):
    path = tmp_path_factory.mktemp("database") / "mastoscope.duckdb"
    path.write_bytes(queries.database_file())
    return path


@pytest.mark.parametrize("name", NAMES)
def test_a_query_file_is_one_statement_that_says_what_a_row_is(name):
    assert re.match(r"-- One row per .*\.\n", queries.text(name))
    assert len(duckdb.extract_statements(queries.text(name))) == 1


def test_every_derivation_has_its_file_and_every_filter_its_query():
    assert set(DERIVED) == {name for name in NAMES if name.startswith("derived/")}
    assert all("filter" in queries.parameters(name) for name in DERIVED)
    assert not [name for name in ASKED if "filter" in queries.parameters(name)], "a filter is derived once, never asked again"
    assert set(VALUES) == set().union(*(queries.parameters(name) for name in ASKED)), "or a value is tried on nothing"


def values(name):
    """The values a query is tried with; what recomputes a statement takes the key of one that it serves."""
    keys = {f"claims/{row['query']}": row["key"] for row in rows("claims")}
    return {**VALUES, "key": keys.get(name) or VALUES["key"]}


@pytest.mark.parametrize(("name", "kind"), CASES)
def test_the_sql_shown_gives_the_same_rows_on_the_downloaded_database(name, kind, downloaded):
    choice = choices()[kind]
    here = queries.run(name, choice, **values(name))
    assert len(here) or kind != "no filter"
    with duckdb.connect(str(downloaded), read_only=True) as connection:
        there = connection.execute(queries.runnable(name, choice, **values(name))).to_arrow_table().to_pandas()
    sums = [column for column in there if there[column].map(type).eq(Decimal).any()]
    pd.testing.assert_frame_equal(here, there.astype(dict.fromkeys(sums, float)))


@pytest.mark.parametrize("name", ASKED)
def test_the_sql_shown_is_the_derivations_and_the_query_and_no_more(name):
    choice = choices()["filters"]
    lines = queries.runnable(name, choice, **VALUES).splitlines()
    body = queries.text(name).rstrip().rstrip(";")
    assert body in "\n".join(lines)
    made = [line for line in lines if line.startswith("CREATE")]
    assert len(made) == len(queries.derivations(name)) <= 2
    assert all(choice.filter in line for line in made)
    # A comment, a statement and a blank line for each table, PREPARE, EXECUTE and a blank line.
    assert len(lines) <= len(body.splitlines()) + 3 * len(made) + 3


def test_a_missing_value_is_an_error_not_a_default(everything):
    with pytest.raises(KeyError, match="child"):
        queries.run("literature/ages", everything)


def test_hostile_values_stay_values(everything):
    hostile = Choice(everything.source, '{"disease": "systemic\'; DROP TABLE patients; --"}')
    rows = queries.run("literature/counts", hostile)
    assert list(rows["excluded"]) == list(rows["total"])
    assert queries.runnable("literature/counts", hostile).count("''; DROP TABLE patients; --") == 1
    assert len(queries.run("literature/study", everything, study="'; DROP TABLE patients; --")) == 0
    assert len(queries.run("literature/table", everything)) == everything.source.limits.rows
