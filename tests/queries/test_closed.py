"""The database of a source, once its tables are loaded, reaches nothing else."""

import duckdb
import pytest

import queries

REACHING = [
    "SELECT * FROM read_csv('{file}')", "SELECT * FROM read_text('{file}')", "SELECT * FROM '{file}'", "SELECT * FROM glob('/*')",
    "SELECT * FROM read_blob('https://example.org/')", "COPY publications TO '{file}'", "COPY publications FROM '{file}'",
    "EXPORT DATABASE '{file}'", "IMPORT DATABASE '{file}'", "ATTACH '{file}' AS other", "INSTALL httpfs", "LOAD httpfs", "LOAD '{file}'",
    "INSTALL h3 FROM community", "SET threads = 4", "SET memory_limit = '9GB'", "SET temp_directory = '/tmp'", "RESET lock_configuration",
    "SET enable_external_access = true", "SET GLOBAL autoload_known_extensions = true", "PRAGMA enable_profiling",
    "CREATE PERSISTENT SECRET (TYPE s3)", "SELECT getenv('HOME')",
]  # fmt: skip


@pytest.mark.parametrize("sql", REACHING)
def test_the_apps_own_connection_reaches_no_file_no_host_no_extension_and_no_setting(sql, tmp_path):
    file = tmp_path / "file.csv"
    file.write_text("a\n1\n", encoding="utf-8")
    with pytest.raises(duckdb.Error):
        queries.built_in().cursor().execute(sql.format(file=file)).fetchall()
    assert [path.name for path in tmp_path.iterdir()] == ["file.csv"]


def test_memory_and_threads_are_limited_and_the_database_to_download_is_still_made():
    settings = "SELECT current_setting('threads'), current_setting('memory_limit')"
    assert queries.built_in().cursor().execute(settings).fetchall() == [(1, "953.6 MiB")]
    assert queries.database_file()[8:12] == b"DUCK"


def test_a_question_that_takes_too_long_is_stopped_and_its_cursor_answers_the_next(monkeypatch):
    monkeypatch.setattr(queries, "LONGEST", 0.1)
    monkeypatch.setattr(queries, "_statement", lambda sql: duckdb.extract_statements(sql)[0])
    cursor = queries.built_in().cursor()
    with pytest.raises(queries.SlowError, match="stopped"):
        queries._asked(cursor, "SELECT count(*) FROM range(1000000) a, range(1000000) b WHERE a.range * b.range % 7 = 3", {})
    assert queries._asked(cursor, "SELECT 1 AS one", {}).to_pylist() == [{"one": 1}]
