"""The curated files keep to their dictionary, and the dictionary to the Data Package standard."""

import copy
import csv

import frictionless
import pytest

import data
from tests.conftest import ROOT

RESOURCES = {resource["name"]: resource for resource in data.dictionary()["resources"]}


def rows(name):
    with (ROOT / "data" / f"{name}.csv").open(encoding="utf-8", newline="") as stream:
        return list(csv.DictReader(stream))


def test_the_package_is_valid_with_types_constraints_and_foreign_keys():
    report = frictionless.validate(str(ROOT / "data" / "datapackage.json"))
    assert report.valid, report.flatten(["title", "rowNumber", "fieldName", "note"])


def test_every_csv_file_has_an_entry_and_every_column_a_unit():
    assert {path.name for path in (ROOT / "data").glob("*.csv")} == {resource["path"] for resource in RESOURCES.values()}
    for resource in RESOURCES.values():
        assert resource["sources"]
        assert resource["licenses"]
        assert all(field["unit"] and field["description"] for field in resource["schema"]["fields"])


def key(name):
    return RESOURCES[name]["schema"]["primaryKey"]


def keyed(name):
    return {row[key(name)]: row for row in rows(name)}


@pytest.mark.parametrize("name", [name for name in RESOURCES if name != "claim_evidence"])
def test_every_row_names_its_source(name):
    assert rows(name)
    assert all(row["source"].strip() for row in rows(name))


def test_evidence_links_a_claim_and_a_row_that_exist_and_name_their_sources():
    claims, tables = keyed("claims"), {row["table_name"]: keyed(row["table_name"]) for row in rows("claim_evidence")}
    for row in rows("claim_evidence"):
        assert claims[row["claim_id"]]["source"].strip()
        assert tables[row["table_name"]][row["key"]]["source"].strip()


def test_evidence_stands_in_the_order_of_the_claims():
    order = list(dict.fromkeys(row["claim_id"] for row in rows("claim_evidence")))
    assert order == [claim for claim in keyed("claims") if claim in order]


def test_a_rule_that_compares_numbers_has_a_number_and_its_decimals():
    for row in rows("claims"):
        assert (row["rule"] == "number") == bool(row["decimals"]), row["claim_id"]
        assert row["rule"] != "number" or row["stated_value"], row["claim_id"]


def test_a_key_that_a_claim_hands_to_its_query_is_that_of_a_row():
    of_the_case = keyed("case_events") | keyed("case_measurements") | keyed("index_case")
    subjects = {row["key"] for row in rows("claims") if row["query"] == "findings_on"}
    assert {row["key"] for row in rows("claims")} - {""} - subjects <= set(of_the_case)
    assert not subjects & {row["domain"] for row in rows("outcomes")}, "a finding on it would have to be looked at"


def test_a_judgement_says_why_and_is_only_there_where_nothing_is_computed():
    for row in rows("claims"):
        assert (row["rule"] == "judgement") == bool(row["judgement"]), row["claim_id"]


def test_a_fact_of_the_case_is_a_number_with_its_unit_or_a_word():
    for row in rows("case_facts"):
        assert bool(row["value"]) == bool(row["unit"]) != bool(row["words"]), row["fact_id"]
    kinds = {(row["fact"], row["unit"]) for row in rows("case_facts")}
    assert len(kinds) == len({fact for fact, _ in kinds}), "facts of one kind have one unit"


def test_no_unverified_recollection_and_no_address_but_that_of_a_page_read():
    text = "\n".join(
        cell.lower() for name in RESOURCES for row in rows(name) for column, cell in row.items() if column != "source_url"
    )
    assert "recollection" not in text
    assert "http" not in text
    unread = [row for row in rows("publications") if row["status"] == "paper only"]
    assert unread
    for row in unread:
        assert not any(row[field] for field in ["title", "journal", "volume_pages", "doi", "pmid", "design"])


def test_conflicts_link_two_rows_that_exist():
    for row in rows("case_conflicts"):
        assert row["row_a"] in keyed(row["table_a"])
        assert row["row_b"] in keyed(row["table_b"])


def test_times_of_the_case_never_run_backwards():
    for name in ["case_events", "case_medications"]:
        for row in rows(name):
            times = [row[f"{end}_{bound}_months"] for end in ["start", "end"] for bound in ["low", "high"]]
            start_low, start_high, end_low, end_high = (float(time) if time else None for time in times)
            assert start_low <= start_high
            assert (end_low is None) == (end_high is None)
            assert end_high is None or start_low <= end_high >= end_low


def test_a_derived_time_says_how():
    for row in rows("case_events"):
        assert row["precision"] == "stated" or row["how"], row["event_id"]


BROKEN = [
    (lambda lines: lines[0].reverse(), "expected the columns"),
    (lambda lines: lines[1].pop(), "line 2: .* cells for"),
    (lambda lines: lines[3].__setitem__(6, "3.5"), "line 4, column patients: '3.5' is not of type integer"),
    (lambda lines: lines[3].__setitem__(1, "bone"), "line 4, column section: 'bone' is not allowed; use one of systemic"),
    (lambda lines: lines[3].__setitem__(7, ""), "line 4, column age_printed: '' is empty"),
    (lambda lines: lines[3].__setitem__(4, "[31]"), r"line 4, column reference_printed: '\[31\]' does not match"),
    (lambda lines: lines[3].__setitem__(0, "1"), r"column row: \['1'\] stand twice"),
]


@pytest.mark.parametrize(("damage", "message"), BROKEN)
def test_a_damaged_file_is_refused_with_file_line_column_and_remedy(damage, message):
    with (ROOT / "data" / "table_rows.csv").open(encoding="utf-8", newline="") as stream:
        lines = list(csv.reader(stream))
    data.check(RESOURCES["table_rows"], lines)
    broken = copy.deepcopy(lines)
    damage(broken)
    with pytest.raises(data.DataError, match=message) as caught:
        data.check(RESOURCES["table_rows"], broken)
    assert "data/table_rows.csv" in str(caught.value)


def test_a_key_of_several_columns_stands_once():
    with (ROOT / "data" / "claim_evidence.csv").open(encoding="utf-8", newline="") as stream:
        lines = list(csv.reader(stream))
    data.check(RESOURCES["claim_evidence"], lines)
    with pytest.raises(data.DataError, match=r"claim_id, table_name, key: .* stand twice"):
        data.check(RESOURCES["claim_evidence"], [*lines, lines[-1]])


def test_loaded_types_are_those_of_the_dictionary():
    connection = data.load(data.read())
    for name, resource in RESOURCES.items():
        loaded = {row[0]: row[1] for row in connection.execute("SELECT column_name, data_type FROM duckdb_columns() WHERE table_name = $name", {"name": name}).fetchall()}  # fmt: skip
        assert loaded == {field["name"]: data.TYPES[field["type"]] for field in resource["schema"]["fields"]}
        assert connection.table(name).aggregate("count(*)").fetchall() == [(len(rows(name)),)]
