"""Read tables, hold them against their dictionary, and load them, typed, into a DuckDB database."""

import csv
import hashlib
import json
import re
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

import duckdb
import pandas as pd

from data import notation

# The raw text of each table by its name, the header first; a table that a source does not have is left out.
Tables = Mapping[str, list[list[str]]]

FOLDER = Path(__file__).parent
TYPES = {"string": "VARCHAR", "integer": "INTEGER", "number": "DOUBLE", "boolean": "BOOLEAN"}
PATTERNS = {"integer": r"-?[0-9]+", "number": r"-?[0-9]+(\.[0-9]+)?", "boolean": "true|false", "string": r"(?s).*"}


class DataError(ValueError):
    """A curated file that does not keep to its dictionary; the message names file, row, column and remedy."""


@cache
def dictionary() -> dict[str, Any]:
    """Give the one dictionary of all tables, ``data/datapackage.json``, as parsed JSON."""
    package: dict[str, Any] = json.loads((FOLDER / "datapackage.json").read_text(encoding="utf-8"))
    return package


def read(folder: Path = FOLDER) -> dict[str, list[list[str]]]:
    """Give the raw text of every table of the dictionary that a folder holds, as cells, the header first."""
    tables = {}
    for resource in dictionary()["resources"]:
        if (file := folder / resource["path"]).exists():
            with file.open(encoding="utf-8", newline="") as stream:
                tables[resource["name"]] = list(csv.reader(stream))
    return tables


def version(tables: Tables) -> str:
    """Give eight hexadecimal digits that change whenever a table, the dictionary or the grammar changes."""
    rules = [(FOLDER / name).read_text(encoding="utf-8") for name in ["datapackage.json", "notation.py"]]
    return hashlib.sha256(json.dumps([dict(tables), rules], sort_keys=True).encode()).hexdigest()[:8]


def check(resource: dict[str, Any], rows: list[list[str]]) -> None:
    """Hold the raw text of one file against its dictionary entry, before any type conversion can hide a fault.

    Args:
        resource: the file's entry in ``datapackage.json``.
        rows: every line of the file as cells, the header first.

    Raises:
        DataError: header, required cell, type, allowed value, pattern or unique key is not as the dictionary says.
    """
    fields, name = resource["schema"]["fields"], resource["path"]
    header = [field["name"] for field in fields]
    if not rows or rows[0] != header:
        raise DataError(f"data/{name}, line 1: expected the columns {', '.join(header)}; rename or reorder them so.")
    for line, cells in enumerate(rows[1:], start=2):
        if len(cells) != len(header):
            raise DataError(f"data/{name}, line {line}: {len(cells)} cells for {len(header)} columns; mend the commas.")
        for field, cell in zip(fields, cells, strict=True):
            at = f"data/{name}, line {line}, column {field['name']}: {cell!r}"
            rules = field.get("constraints", {})
            if cell == "":
                if rules.get("required"):
                    raise DataError(f"{at} is empty; this column needs a value in every row.")
                continue
            if not re.fullmatch(PATTERNS[field["type"]], cell):
                raise DataError(f"{at} is not of type {field['type']}; write it as {PATTERNS[field['type']]}.")
            if "enum" in rules and cell not in rules["enum"]:
                raise DataError(f"{at} is not allowed; use one of {', '.join(rules['enum'])}.")
            if "pattern" in rules and not re.fullmatch(rules["pattern"], cell):
                raise DataError(f"{at} does not match {rules['pattern']}; see the dictionary for its form.")
    key = resource["schema"]["primaryKey"]
    columns = [key] if isinstance(key, str) else key
    keys = [", ".join(cells[header.index(column)] for column in columns) for cells in rows[1:]]
    if doubled := {value for value in keys if keys.count(value) > 1}:
        raise DataError(f"data/{name}, column {', '.join(columns)}: {sorted(doubled)} stand twice; give each row its own.")


def check_references(tables: Tables) -> None:
    """Hold every foreign key against the table it names: a row without its partner would vanish from every join.

    Raises:
        DataError: a value has no row in the table it refers to.
    """
    for resource in dictionary()["resources"]:
        name = resource["name"]
        for key in resource["schema"].get("foreignKeys", []) if name in tables else []:
            partner, column = key["reference"]["resource"], key["reference"]["fields"]
            known = set(_column(tables, partner, column)) if partner in tables else set()
            for line, value in enumerate(_column(tables, name, key["fields"]), start=2):
                if value and value not in known:
                    raise DataError(
                        f"data/{resource['path']}, line {line}, column {key['fields']}: {value!r} has no row in {partner}; "
                        f"add it there under {column}, or mend the name."
                    )


def _column(tables: Tables, name: str, column: str) -> list[str]:
    header, *rows = tables[name]
    return [cells[header.index(column)] for cells in rows]


def load(tables: Tables, path: str = ":memory:") -> duckdb.DuckDBPyConnection:
    """Give a DuckDB connection with every table of the dictionary, plus ``parsed_reports``: one row per patient report.

    Args:
        tables: what the source holds; a table that is left out is there without rows.
        path: where the database lives; in memory unless a file is named.

    Raises:
        DataError: a table does not keep to its dictionary, or refers to a row that is not there.
        notation.NotationError: a printed cell cannot be read.
    """
    reports: list[dict[str, object]] = []
    connection = duckdb.connect(path)
    for resource in dictionary()["resources"]:
        fields, name = resource["schema"]["fields"], resource["name"]
        header = [field["name"] for field in fields]
        rows = tables.get(name, [header])
        check(resource, rows)
        if name == "table_rows":
            for cells in rows[1:]:
                reports += notation.parse_row(dict(zip(header, cells, strict=True)), name)
        frame = pd.DataFrame([[cell or None for cell in cells] for cells in rows[1:]], columns=header, dtype="object")
        typed = [duckdb.ColumnExpression(field["name"]).cast(TYPES[field["type"]]).alias(field["name"]) for field in fields]
        connection.from_df(frame).select(*typed).create(name)
    check_references(tables)
    connection.from_df(pd.DataFrame(reports)).create("parsed_reports")
    return connection
