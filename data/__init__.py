"""Load the curated tables, typed and checked by their dictionary, into an in-memory DuckDB database."""

import csv
import hashlib
import json
import re
from functools import cache
from pathlib import Path
from typing import Any

import duckdb
import pandas as pd

from data import notation

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


@cache
def version() -> str:
    """Give eight hexadecimal digits that change whenever a curated file, the dictionary or the grammar changes."""
    names = [resource["path"] for resource in dictionary()["resources"]] + ["datapackage.json", "notation.py"]
    content = b"".join((FOLDER / name).read_bytes() for name in names)
    return hashlib.sha256(content).hexdigest()[:8]


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


def connect(path: str = ":memory:") -> duckdb.DuckDBPyConnection:
    """Give a DuckDB connection with every curated table, plus ``parsed_reports``: one row per patient report.

    Args:
        path: where the database lives; in memory unless a file is named.

    Raises:
        DataError: a curated file does not keep to its dictionary.
        notation.NotationError: a printed cell cannot be read.
    """
    connection = duckdb.connect(path)
    reports: list[dict[str, object]] = []
    for resource in dictionary()["resources"]:
        file = FOLDER / resource["path"]
        with file.open(encoding="utf-8", newline="") as stream:
            rows = list(csv.reader(stream))
        check(resource, rows)
        types = {field["name"]: TYPES[field["type"]] for field in resource["schema"]["fields"]}
        connection.read_csv(str(file), header=True, dtype=types).create(resource["name"])
        if resource["name"] == "table_rows":
            for cells in rows[1:]:
                reports += notation.parse_row(dict(zip(rows[0], cells, strict=True)), "table_rows")
    connection.from_df(pd.DataFrame(reports)).create("parsed_reports")
    return connection
