"""Raw tables become a source only where they keep to the dictionary, and a fault is named with its place."""

import copy

import pytest

import data
import queries
from data.notation import NotationError
from tests import second
from tests.data.test_dictionary import RESOURCES

TABLES = data.read(second.FOLDER)
BUILT_IN = data.read()


def source(tables):
    return queries.source(tables, "drawn", "drawn", "drawn")


def changed(table, line, column, value, tables=TABLES):
    """The tables with one cell changed; the header is line 1, as in the file."""
    tables = copy.deepcopy(tables)
    tables[table][line - 1][tables[table][0].index(column)] = value
    return tables


def test_reading_gives_the_text_of_every_file_that_is_there():
    assert set(TABLES) == {"table_rows", "publications", "same_patients"}
    assert set(BUILT_IN) == set(RESOURCES)
    assert TABLES["table_rows"][2][7] == "13 /48/70", "blanks stay"
    for name, resource in RESOURCES.items():
        assert BUILT_IN[name][0] == [field["name"] for field in resource["schema"]["fields"]]


def test_a_table_that_is_left_out_is_there_without_rows():
    connection = data.load({name: TABLES[name] for name in ["table_rows", "publications"]})
    for name, resource in RESOURCES.items():
        table = connection.table(name)
        assert table.columns == [field["name"] for field in resource["schema"]["fields"]]
        assert bool(table.fetchall()) == (name in ("table_rows", "publications"))


def test_without_its_pairs_every_report_of_a_source_is_a_patient():
    limits = source({name: TABLES[name] for name in ["table_rows", "publications"]}).limits
    assert limits.patients == limits.reports > second.second_source().limits.patients


KEYS = [
    (name, key["fields"], key["reference"]["resource"])
    for name, resource in RESOURCES.items()
    for key in resource["schema"].get("foreignKeys", [])
]


@pytest.mark.parametrize(("name", "column", "partner"), KEYS)
def test_a_row_without_its_partner_is_refused_by_name_and_never_lost(name, column, partner):
    assert BUILT_IN[name][1:], "or there is nothing to refuse"
    nobody = "2000" if column == "row" else "nobody2000"
    with pytest.raises(data.DataError, match=f"data/{name}.csv, line 2, column {column}: '{nobody}' has no row in {partner}"):
        source(changed(name, 2, column, nobody, BUILT_IN))


def test_the_references_of_the_dictionary_are_those_that_the_queries_join_on():
    assert {
        ("table_rows", "publication_id", "publications"),
        ("same_patients", "same_as_publication_id", "publications"),
    } <= set(KEYS)
    assert {("study_groups", "publication_id", "publications"), ("outcomes", "group_id", "study_groups")} <= set(KEYS)
    with pytest.raises(data.DataError, match="'ash2009' has no row in publications"):
        source({"table_rows": TABLES["table_rows"]})


@pytest.mark.parametrize(
    ("line", "column", "value", "error", "message"),
    [
        (3, "patients", "3.5", data.DataError, r"data/table_rows.csv, line 3, column patients: '3.5' is not of type integer"),
        (3, "section", "bone", data.DataError, r"data/table_rows.csv, line 3, column section: 'bone' is not allowed"),
        (3, "source", "", data.DataError, r"data/table_rows.csv, line 3, column source: '' is empty"),
        (3, "row", "1", data.DataError, r"data/table_rows.csv, column row: \['1'\] stand twice"),
        (3, "age_printed", "4x", NotationError, r"table_rows, row 2, column age_printed: age cell '4x'"),
        (3, "age_printed", "3/4/5/6", NotationError, r"row 2, column age_printed: .* prints 4 values for 3 patient"),
        (3, "dose_printed", "300mg", NotationError, r"table_rows, row 2, column dose_printed: dose cell '300mg'"),
        (3, "therapy_length_printed", "14", NotationError, r"table_rows, row 2, column therapy_length_printed: length cell '14'"),
        (3, "total_ige_printed", "up", NotationError, r"table_rows, row 2, column total_ige_printed: direction cell 'up'"),
        (3, "patients", "0", NotationError, r"table_rows, row 2, column patients: patients cell '0'"),
    ],
)  # fmt: skip
def test_a_bad_cell_is_refused_with_file_row_and_column(line, column, value, error, message):
    with pytest.raises(error, match=message):
        source(changed("table_rows", line, column, value))


def test_a_missing_column_and_a_missing_cell_are_refused():
    tables = copy.deepcopy(TABLES)
    for cells in tables["publications"]:
        cells.pop()
    with pytest.raises(data.DataError, match=r"data/publications.csv, line 1: expected the columns publication_id"):
        source(tables)
    tables = copy.deepcopy(TABLES)
    tables["publications"][3].pop()
    with pytest.raises(data.DataError, match=r"data/publications.csv, line 4: \d+ cells for \d+ columns"):
        source(tables)
