"""Each source answers for itself alone, however many ask at once, and keeps no more than it may."""

import json
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace

import pandas as pd
import pyarrow as pa

import data
import filters
import queries
from data.source import Cache, Choice
from tests import second
from tests.queries.readings import BUILT_IN, EACH, SECOND


def build(tables, name="another"):
    return queries.source(tables, name, "Source: another", "another licence")


def asked(source, low):
    rows = queries.run("literature/counts", Choice(source, json.dumps({"age": [low, low + 30]}))).set_index("unit")
    return {unit: tuple(row) for unit, row in rows.iterrows()}


@EACH
def test_many_threads_get_the_answers_of_one(reading):
    tables = data.read(reading.folder)
    quiet, fresh = build(tables), build(tables)
    alone = [asked(quiet, low) for low in range(0, 60, 6)]
    with ThreadPoolExecutor(16) as pool:
        together = list(pool.map(lambda low: asked(fresh, low), [*range(0, 60, 6)] * 3))
    assert together == alone * 3
    assert len({str(answer) for answer in alone}) > 5, "or the answers could be mixed up unseen"


def test_two_sources_asked_at_once_never_share_an_answer():
    sources = [build(data.read(reading.folder)) for reading in (BUILT_IN, SECOND)]
    names = ["literature/counts", "literature/publications", "literature/choices", "comparison/counts", "outcomes/gaps"]
    questions = [(source, name, low) for low in range(10, 40, 10) for name in names for source in sources] * 3

    def ask(question):
        source, name, low = question
        return queries.run(name, Choice(source, json.dumps({"age": [low, 60]})))

    with ThreadPoolExecutor(16) as pool:
        answers = list(pool.map(ask, questions))
    for (source, name, low), answer in zip(questions, answers, strict=True):
        reading = BUILT_IN if source is sources[0] else SECOND
        expected = queries.run(name, Choice(reading.source(), json.dumps({"age": [low, 60]})))
        pd.testing.assert_frame_equal(answer, expected)
        other = queries.run(
            name, Choice((SECOND if reading is BUILT_IN else BUILT_IN).source(), json.dumps({"age": [low, 60]}))
        )
        assert not answer.equals(other), "or a mixed-up answer would go unseen"


def test_equal_questions_of_one_source_share_an_answer_and_equal_sources_do_not():
    tables = data.read(second.FOLDER)
    one, other = build(tables), build(tables)
    choice = filters.choice(one, {"age_group": "adult"})
    answer = queries.ask("literature/counts", choice)
    assert isinstance(answer, pa.Table)
    assert queries.ask("literature/counts", filters.choice(one, {"age_group": "adult", "unknown": 3})) is answer
    twin = queries.ask("literature/counts", choice._replace(source=other))
    assert twin is not answer
    assert twin.equals(answer)
    assert (one == other, one.version == other.version) == (False, True)


def test_a_frame_can_be_changed_without_changing_what_is_kept(everything):
    rows = queries.run("literature/counts", everything)
    rows["certain"] = -1
    assert (queries.run("literature/counts", everything)["certain"] > 0).all()


def test_answers_and_cohorts_are_bounded():
    source = build(data.read(second.FOLDER))
    for low in range(40):
        asked(source, low)
    assert len(source.cohorts._kept) == 32
    assert asked(source, 0) == asked(SECOND.source(), 0), "a cohort that was let go is derived again"
    few = replace(source, answers=Cache(16))
    for number in range(40):
        queries.ask("paper/printed", Choice(few), claim_id=str(number))
    assert len(few.answers._kept) == 16


def test_a_cohort_let_go_while_it_is_asked_still_answers():
    source = build(data.read(second.FOLDER))
    with ThreadPoolExecutor(16) as pool:
        found = list(pool.map(lambda step: asked(source, step), [*range(50)] * 2))
    assert found[:50] == found[50:]
    assert found[:3] == [asked(SECOND.source(), step) for step in range(3)]


def test_a_version_changes_with_any_value():
    tables = data.read(second.FOLDER)
    changed = {
        **tables,
        "table_rows": [*tables["table_rows"][:-1], [*tables["table_rows"][-1][:6], "2", *tables["table_rows"][-1][7:]]],
    }
    versions = {data.version(tables), data.version(changed), data.version(data.read()), data.version({})}
    assert len(versions) == 4
    assert data.version(tables) == SECOND.source().version
    assert build(changed).limits.patients == SECOND.source().limits.patients + 1


def test_a_source_names_itself_and_only_one_is_built_in():
    package = data.dictionary()
    built_in = queries.built_in()
    assert (built_in.name, built_in.citation, built_in.licence) == (
        package["x-name"],
        package["x-citation"],
        package["x-licence"],
    )
    assert built_in is queries.built_in()
    assert (built_in.built_in, SECOND.source().built_in) == (True, False)
    assert (built_in.has_child, SECOND.source().has_child) == (True, False)
    assert "Bossi" not in SECOND.source().citation
