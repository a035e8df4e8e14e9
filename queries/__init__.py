"""Every SQL statement of the app, one per file: :func:`ask` and :func:`run` answer them, :func:`runnable` shows them."""

import json
import re
import tempfile
import time
import warnings
from functools import cache
from pathlib import Path
from threading import Lock, Thread
from types import SimpleNamespace
from typing import Any

import duckdb
import pandas as pd
import pyarrow as pa

import data
from data.source import Choice, Cohort, Dose, Limits, Source, stops

FOLDER = Path(__file__).parent
# The way without that copy binds each statement twice, which on few rows is half as much again as the whole question.
warnings.filterwarnings("ignore", message="Arrow output on a DB-API result makes an extra copy")
# What a query raises that the database cannot answer, for rooms that do not know the database.
QueryError = duckdb.Error
# How long a question may take, in seconds; the longest of ours takes a fraction of one.
LONGEST = 20.0


class SlowError(RuntimeError):
    """A question that took too long and was stopped."""


# Rows as objects; an attribute is a column, and None where nothing is known.
Objects = list[Any]
# What is derived from the loaded tables, in this order; each file is one subject.
SUBJECTS = [
    "text", "reports", "table", "cohort", "directions", "comparison", "gaps", "groups", "findings", "case", "claims",
    "tracks", "story",
]  # fmt: skip
# What is derived from a filter, once for each cohort.
DERIVED = ["chosen", "chosen_groups"]


def build(tables: data.Tables, path: str = ":memory:") -> duckdb.DuckDBPyConnection:
    """Give a connection to a database with the given tables and everything that is derived from them.

    Raises:
        data.DataError, data.notation.NotationError: as :func:`data.load`.
    """
    connection = data.load(tables, path)
    for subject in SUBJECTS:
        connection.execute((FOLDER / f"{subject}.sql").read_text(encoding="utf-8"))
    return connection


def source(tables: data.Tables, name: str, citation: str, licence: str, built_in: bool = False) -> Source:
    """Give a source with its limits.

    Args:
        tables: raw text by table, as :func:`data.read` gives it; publications and table rows are needed.
        name, citation, licence: as readers see them.

    Raises:
        data.DataError, data.notation.NotationError: as :func:`data.load`.
    """
    connection = build(tables)
    # A few rows: starting threads would cost more than every query. Values are never looked up among Python's variables.
    connection.execute("SET threads = 1")
    # Nor is there anything to optimise: planning without it takes a quarter less of every question.
    optimizers = [name for (name,) in connection.execute("SELECT name FROM duckdb_optimizers()").fetchall()]
    connection.execute("SET disabled_optimizers = $names", {"names": ",".join(optimizers)})
    connection.execute("SET python_enable_replacements = false")
    [reach] = connection.sql(text("source/limits")).to_arrow_table().to_pylist()
    quantities, doses = reach.pop("reaches") or [], reach.pop("doses") or []
    limits = Limits(
        stops=tuple((row["quantity"], stops(row)) for row in quantities), doses=tuple(Dose(**row) for row in doses), **reach
    )
    has_child = bool(connection.execute(text("source/child")).fetchall()[0][0])
    _close(connection)
    return Source(name, citation, licence, data.version(tables), built_in, has_child, connection, limits)


def _close(connection: duckdb.DuckDBPyConnection) -> None:
    """Let a database whose tables are loaded reach nothing else: no file, no host, no extension, and no other setting.

    The settings hold for every cursor of the connection.
    """
    connection.execute("SET memory_limit = '1GB'")
    connection.execute("SET temp_directory = ''")
    connection.execute("SET autoinstall_known_extensions = false")
    connection.execute("SET autoload_known_extensions = false")
    connection.execute("SET allow_community_extensions = false")
    connection.execute("SET enable_external_access = false")
    connection.execute("SET lock_configuration = true")


_building = Lock()


@cache
def _built_in() -> Source:
    package = data.dictionary()
    return source(data.read(), package["x-name"], package["x-citation"], package["x-licence"], built_in=True)


def built_in() -> Source:
    """Give the source that comes with the app, built once."""
    with _building:
        return _built_in()


@cache
def text(name: str) -> str:
    """Give the SQL of one query, such as ``literature/counts``, as its file holds it."""
    return (FOLDER / f"{name}.sql").read_text(encoding="utf-8")


@cache
def _statement(name: str) -> duckdb.Statement:
    """Give a query parsed: on few rows, parsing is a good part of the work."""
    return duckdb.extract_statements(text(name))[0]


@cache
def parameters(name: str) -> frozenset[str]:
    """Give the names of the ``$parameters`` that one query needs."""
    return frozenset(_statement(name).named_parameters)


@cache
def derivations(name: str) -> tuple[str, ...]:
    """Give the tables that a query reads and that a filter is derived into first."""
    return tuple(table for table in DERIVED if re.search(rf"\b{table}\b", text(name)))


def ask(name: str, choice: Choice, **values: Any) -> pa.Table:
    """Give the rows of one query as an Arrow table; its first comment line says what a row is.

    Args:
        name: the file below ``queries/`` without its ending, such as ``literature/counts``.
        choice: the source that is asked, and the filter that its cohort is chosen by.
        values: a value for each ``$parameter`` of the query; others are left out, so that all settings of a page can be
            passed to every query.

    A source never changes, so equal questions share one answer.

    Raises:
        KeyError: a parameter of the query has no value.
    """
    bound = {key: choice.filter if key == "filter" else values[key] for key in sorted(parameters(name))}
    chosen = choice.filter if derivations(name) else ""
    return choice.source.answers.get((name, chosen, json.dumps(bound)), lambda: _answer(name, choice, bound))


def objects(name: str, choice: Choice, **values: Any) -> Objects:
    """Give the rows of one query as objects with an attribute for each column, for words; otherwise as :func:`ask`."""
    return as_objects(ask(name, choice, **values))


def as_objects(table: pa.Table) -> Objects:
    """Give the rows of an answer as objects: on few rows, ten times as fast as a DataFrame."""
    return [SimpleNamespace(**row) for row in table.to_pylist()]


def run(name: str, choice: Choice, **values: Any) -> pd.DataFrame:
    """Give the rows of one query as a DataFrame of its own, for charts, tables and models; otherwise as :func:`ask`."""
    return ask(name, choice, **values).to_pandas()


def _answer(name: str, choice: Choice, bound: dict[str, Any]) -> pa.Table:
    source, needed = choice.source, derivations(name)
    if not needed:
        return _plain(_asked(source.cursor(), name, bound))
    cohort = source.cohorts.get(choice.filter, lambda: Cohort(source.cursor(), Lock(), set()))
    with cohort.lock:
        for table in needed:
            if table not in cohort.derived:
                _asked(cohort.cursor, f"derived/{table}", {"filter": choice.filter})
                cohort.derived.add(table)
        return _plain(_asked(cohort.cursor, name, bound))


# What is asked at this moment, with the time at which it is stopped; one thread looks at all of it.
_asking: dict[duckdb.DuckDBPyConnection, float] = {}


@cache
def _watched() -> Thread:
    """Start the one thread that stops what takes too long, once: a timer for each question would cost more than most."""

    def watch() -> None:
        while True:
            time.sleep(0.5)
            for cursor, end in list(_asking.items()):
                if time.monotonic() > end:
                    cursor.interrupt()

    thread = Thread(target=watch, daemon=True, name="questions that take too long")
    thread.start()
    return thread


def _asked(cursor: duckdb.DuckDBPyConnection, name: str, bound: dict[str, Any]) -> pa.Table:
    """Give what a query answers.

    Raises:
        SlowError: it took longer than :data:`LONGEST`.
    """
    _watched()
    _asking[cursor] = time.monotonic() + LONGEST
    try:
        return cursor.execute(_statement(name), bound).to_arrow_table()
    except duckdb.InterruptException:
        raise SlowError(f"A question took longer than {LONGEST:.0f} seconds and was stopped.") from None
    finally:
        del _asking[cursor]


def _plain(table: pa.Table) -> pa.Table:
    """Give rows with plain numbers: a sum of counts is a decimal of 38 digits, which neither words nor browsers expect."""
    fields = [field.with_type(pa.float64()) if pa.types.is_decimal(field.type) else field for field in table.schema]
    return table.cast(pa.schema(fields))


def runnable(name: str, choice: Choice, **values: Any) -> str:
    """Give what is derived from the filter and the query's own text, ready to run on the file of :func:`database_file`."""
    literal = {"filter": choice.filter, **values}
    made = [text(f"derived/{table}").replace("$filter", _literal(choice.filter)) for table in derivations(name)]
    body, names = text(name).rstrip().rstrip(";"), sorted(parameters(name))
    if names:
        bound = ", ".join(f"{key} := {_literal(literal[key])}" for key in names)
        body = f"PREPARE figure AS\n{body};\n\nEXECUTE figure({bound})"
    return "\n".join([*made, f"{body};"])


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
    """Give the built-in database as a DuckDB file: curated tables, derived tables and macros."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "mastoscope.duckdb"
        build(data.read(), str(path)).close()
        return path.read_bytes()
