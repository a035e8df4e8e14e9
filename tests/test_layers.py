"""The house rules, read from the code itself: who knows whom, what a page may do, and that every query is asked."""

import ast
import csv

import pytest

import queries
from tests.arrows import KNOWS, ORDER, OUTSIDE, ROOT, arrows, back, circles, drawing, files, imports, rooms

LIBRARIES = {
    "streamlit": ("app.py", "frame/", "pages/", "widgets/"),
    "duckdb": ("data/", "queries/"),
    "altair": ("charts/",),
    "vl_convert": ("charts/",),
    "scipy": ("models/",),
    "pptx": ("present/",),
    "typst": ("present/",),
}
FILES = files()
PAGES = [path for path in FILES if path.is_relative_to(ROOT / "pages")]
EACH_FILE = pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.relative_to(ROOT)))
EACH_PAGE = pytest.mark.parametrize("path", PAGES, ids=lambda path: path.stem)


def tree(path):
    return ast.parse(path.read_text(encoding="utf-8"))


def test_every_room_knows_only_rooms_below_it():
    assert rooms() == {*ORDER}
    for (room, other), count in arrows().items():
        assert other in KNOWS[room], f"{count} file(s) of {room} must not know {other}: {drawing()}"
        assert not back((room, other))


def test_no_files_know_each_other_in_a_circle():
    assert circles() == []


def test_an_arrow_that_goes_back_is_seen_even_inside_a_function(tmp_path):
    for room, text in {"data": "def late():\n    from words import counts\n", "words": "import data.source\n"}.items():
        (tmp_path / room).mkdir()
        (tmp_path / room / "counts.py").write_text(text, encoding="utf-8")
    (tmp_path / "data" / "source.py").write_text("import data.counts\n", encoding="utf-8")
    assert [arrow for arrow in arrows(tmp_path) if back(arrow)] == [("data", "words")]
    assert circles(tmp_path) == [["data/counts.py", "data/source.py", "words/counts.py"]]
    assert "2 rooms, 2 arrows, 1 going back (data → words)" in drawing(tmp_path)


def test_charts_know_of_data_only_what_a_source_is():
    named = {found.module for path in FILES for found in imports(path) if found.room == "charts"}
    assert {name for name in named if name.startswith("data")} <= {"data.source.Limits"}


@EACH_FILE
def test_each_library_stays_in_its_rooms(path):
    place = path.relative_to(ROOT).as_posix()
    for module in {found.module.split(".")[0] for found in imports(path)}:
        assert place.startswith(LIBRARIES.get(module, "")), f"{place} must not import {module}: {LIBRARIES[module]}"
        assert module not in OUTSIDE, f"{place} must not need {module}"


@EACH_FILE
def test_nothing_is_made_code_at_run_time(path):
    for node in ast.walk(tree(path)):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
            assert node.func.id not in ("exec", "eval", "compile", "__import__"), ast.unparse(node)


def test_no_script_stands_directly_in_pages():
    assert not list((ROOT / "pages").glob("*.py")), "Streamlit's legacy router would run it without the frame"


@EACH_PAGE
def test_a_page_is_one_short_function_that_asks_draws_explains(path):
    text = path.read_text(encoding="utf-8")
    assert len(text.splitlines()) <= 60
    for word in ["session_state", "SELECT ", "alt.Chart"]:
        assert word not in text
    functions = [node for node in ast.walk(tree(path)) if isinstance(node, ast.FunctionDef | ast.ClassDef)]
    assert [node.name for node in functions] == ["page"], "a page is a function; any other belongs to another room"
    assert [argument.arg for argument in functions[0].args.args] == ["choice"]
    assert functions[0].col_offset == 0


def asks_database(node):
    return isinstance(node, ast.Call) and getattr(node.func, "attr", "") in ("execute", "executemany", "sql", "query")


def test_no_python_string_becomes_sql():
    rooms = [path for path in FILES if path.parent.name in ("data", "queries")]
    asked = [node.args[0] for path in rooms for node in ast.walk(tree(path)) if asks_database(node)]
    assert len(asked) > 5
    for sql in asked:
        if isinstance(sql, ast.Call):
            # The name of a file may be put together, what is in it may not.
            assert getattr(sql.func, "attr", getattr(sql.func, "id", "")) in ("text", "_statement", "read_text"), ast.unparse(
                sql
            )
        else:
            assert isinstance(sql, ast.Constant), ast.unparse(sql)


def test_every_query_is_used_and_every_used_query_exists():
    code = "\n".join(path.read_text(encoding="utf-8") for path in FILES)
    with (ROOT / "data" / "claims.csv").open(encoding="utf-8", newline="") as stream:
        claims = {f"claims/{row['query']}" for row in csv.DictReader(stream)}
    derived = {f"derived/{table}" for table in queries.DERIVED}
    names = {str(path.relative_to(ROOT / "queries"))[:-4] for path in (ROOT / "queries").glob("*/*.sql")}
    for name in names:
        assert name in claims | derived or f'"{name}"' in code, f"{name} is never asked"
    assert claims | derived <= names, f"{(claims | derived) - names} have no query"
    assert {path.stem for path in (ROOT / "queries").glob("*.sql")} == set(queries.SUBJECTS)


@EACH_FILE
def test_every_public_function_says_what_it_gives(path):
    for node in ast.walk(tree(path)):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef) and not node.name.startswith("_"):
            nested = node.col_offset > 0
            assert nested or ast.get_docstring(node), f"{path.name}: {node.name}"
