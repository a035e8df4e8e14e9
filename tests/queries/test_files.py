"""Each query is one statement that says what a row is, runs, and runs again on the downloadable database."""

import re
from concurrent.futures import ThreadPoolExecutor

import duckdb
import pandas as pd
import pytest

import queries
from charts import case
from tests.conftest import ROOT

NAMES = sorted(str(path.relative_to(ROOT / "queries"))[:-4] for path in (ROOT / "queries").glob("*/*.sql"))


@pytest.fixture
def values(no_filter):
    low, high = case.VIEWS["first dose"]["Whole life"]
    case_values = {"axis": "first dose", "lanes": case.LANES, "view_from": low, "view_to": high, "biomarker": "tryptase"}
    return {
        **no_filter,
        "age_group": "pediatric",
        "dose": [150, 300],
        "ige": ["up", "down"],
        "without": ["bell2012"],
        **case_values,
        "direction": "unchanged",
        "left": '{"age_group": "pediatric", "dose": [150, 300]}',
        "right": '{"without": ["lemal2019"], "possible": false}',
        "topics": ["Dose per injection", "Therapy length", "Tryptase"],
        "claim_id": "patients",
        "stated": 26,
        "stated_words": "severe",
        "threshold": 2,
        "key": "score-zero",
        "claim_ids": ["patients", "allele_burden", "news_severe"],
        "found": [83, 39.3, None],
        "holds": [None, None, True],
    }


@pytest.fixture(scope="module")
def downloaded(tmp_path_factory):
    path = tmp_path_factory.mktemp("database") / "mastoscope.duckdb"
    path.write_bytes(queries.database_file())
    return path


@pytest.mark.parametrize("name", NAMES)
def test_a_query_file_is_one_statement_that_says_what_a_row_is(name):
    assert re.match(r"-- One row per .*\.\n", queries.text(name))
    assert len(duckdb.extract_statements(queries.text(name))) == 1


@pytest.mark.parametrize("name", NAMES)
def test_the_shown_sql_gives_the_same_rows_on_the_downloaded_database(name, values, downloaded):
    here = queries.run(name, **values)
    assert len(here)
    shown = queries.runnable(name, **values)
    assert queries.text(name).rstrip().rstrip(";") in shown
    with duckdb.connect(str(downloaded), read_only=True) as connection:
        there = connection.execute(shown).df()
    pd.testing.assert_frame_equal(here, there)


def test_a_missing_value_is_an_error_not_a_default(no_filter):
    del no_filter["dose"]
    with pytest.raises(KeyError, match="dose"):
        queries.run("literature/counts", **no_filter)


def test_hostile_values_stay_values(no_filter):
    hostile = "systemic'; DROP TABLE patients; --"
    rows = queries.run("literature/counts", **{**no_filter, "disease": hostile})
    assert list(rows["excluded"]) == list(rows["total"])
    assert queries.runnable("literature/counts", **{**no_filter, "disease": hostile}).count("''; DROP TABLE patients; --'") == 1


def test_many_threads_get_the_answers_of_one(no_filter):
    settings = [{**no_filter, "age": [low, low + 30]} for low in range(60)]
    alone = [queries.run("literature/counts", **setting) for setting in settings]
    queries._rows.cache_clear()
    with ThreadPoolExecutor(16) as pool:
        together = list(pool.map(lambda setting: queries.run("literature/counts", **setting), settings))
    for one, other in zip(alone, together, strict=True):
        pd.testing.assert_frame_equal(one, other)
