"""Every SQL statement of the app, one per file: :func:`run` asks them, :func:`text` and :func:`runnable` show them."""

import tempfile
from functools import cache, lru_cache
from pathlib import Path
from threading import Lock
from typing import Any

import duckdb
import pandas as pd

import data

FOLDER = Path(__file__).parent
# What a query raises that the database cannot answer, for rooms that do not know the database.
QueryError = duckdb.Error
_building = Lock()


def build(path: str = ":memory:") -> duckdb.DuckDBPyConnection:
    """Give a connection to a database with the curated tables and everything that is derived from them."""
    connection = data.connect(path)
    for name in ["views.sql", "claims.sql"]:
        connection.execute((FOLDER / name).read_text(encoding="utf-8"))
    return connection


@cache
def _shared() -> duckdb.DuckDBPyConnection:
    return build()


@cache
def text(name: str) -> str:
    """Give the SQL of one query, such as ``literature/counts``, as its file holds it."""
    return (FOLDER / f"{name}.sql").read_text(encoding="utf-8")


@cache
def parameters(name: str) -> frozenset[str]:
    """Give the names of the ``$parameters`` that one query needs."""
    return frozenset(duckdb.extract_statements(text(name))[0].named_parameters)


def run(name: str, **values: Any) -> pd.DataFrame:
    """Give the rows of one query as a DataFrame; its first comment line says what a row is.

    Args:
        name: the file below ``queries/`` without its ending, such as ``literature/counts``.
        values: a value for each ``$parameter`` of the query; others are left out, so that the whole
            filter can be passed to every query.

    The data never change while the app runs, so equal questions share one answer: do not write into it.

    Raises:
        KeyError: a parameter of the query has no value.
    """
    bound = {key: values[key] for key in sorted(parameters(name))}
    return _rows(name, tuple((key, tuple(value) if isinstance(value, list) else value) for key, value in bound.items()))


@lru_cache(maxsize=512)
def _rows(name: str, bound: tuple[tuple[str, Any], ...]) -> pd.DataFrame:
    with _building:
        cursor = _shared().cursor()
    rows = cursor.execute(text(name), dict(bound)).df()
    # A text column without rows arrives untyped, and the browser redraws a chart whose column types change.
    return rows if len(rows) else rows.astype(dict.fromkeys(rows.select_dtypes("object"), "str"))


def runnable(name: str, **values: Any) -> str:
    """Give the query's own text with its values bound, ready to run on the file of :func:`database_file`."""
    body = text(name).rstrip().rstrip(";")
    names = sorted(parameters(name))
    if not names:
        return body + ";"
    bound = ", ".join(f"{key} := {_literal(values[key])}" for key in names)
    return f"PREPARE figure AS\n{body};\n\nEXECUTE figure({bound});"


def _literal(value: Any) -> str:
    if value is None:
        return "NULL"
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, list | tuple):
        return "[" + ", ".join(_literal(item) for item in value) + "]"
    return "'" + value.replace("'", "''") + "'" if isinstance(value, str) else repr(value)


@cache
def database_file() -> bytes:
    """Give the whole database as a DuckDB file: curated tables, derived tables and macros."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "mastoscope.duckdb"
        build(str(path)).close()
        return path.read_bytes()
