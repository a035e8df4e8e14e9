"""The house rules, read from the code itself."""

import ast
import csv

import pytest

from tests.conftest import ROOT

ALLOWED = {
    "streamlit": ("app.py", "filters.py", "frame/", "pages/", "widgets/", "bench/"),
    "duckdb": ("data/", "queries/"),
    "altair": ("charts/",),
    "vl_convert": ("charts/",),
    "scipy": ("models/",),
}
KNOWS = {"charts": {"data"}, "models": set(), "data": {"data"}, "queries": {"data"}}
ROOMS = {"data", "queries", "models", "charts", "widgets", "filters", "pages", "present", "frame"}
FILES = [path for path in ROOT.rglob("*.py") if not {".venv", "tests"} & set(path.relative_to(ROOT).parts)]


def imports(path):
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name.split(".")[0] for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield node.module.split(".")[0]


@pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.relative_to(ROOT)))
def test_each_library_stays_in_its_rooms(path):
    place = str(path.relative_to(ROOT))
    for module in set(imports(path)):
        if module in ALLOWED:
            assert place.startswith(ALLOWED[module]), f"{place} must not import {module}; it belongs to {ALLOWED[module]}"
        room = place.split("/")[0]
        if module in ROOMS and room in KNOWS:
            assert module in KNOWS[room] | {room}, f"{place} must not know {module}"


def test_no_script_stands_directly_in_pages():
    assert not list((ROOT / "pages").glob("*.py")), "Streamlit's legacy router would run it without the frame"


@pytest.mark.parametrize("path", sorted((ROOT / "pages").glob("*/*.py")), ids=lambda path: path.stem)
def test_a_page_is_short_and_asks_draws_explains(path):
    text = path.read_text(encoding="utf-8")
    assert len(text.splitlines()) <= 60
    for word in ["session_state", "SELECT ", "alt.Chart"]:
        assert word not in text
    functions = [node for node in ast.walk(ast.parse(text)) if isinstance(node, ast.FunctionDef | ast.ClassDef)]
    assert not functions, "a page is a script; a function belongs to another room"


def test_no_python_string_becomes_sql():
    for path in (ROOT / "queries", ROOT / "data"):
        for node in ast.walk(ast.parse((path / "__init__.py").read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and getattr(node.func, "attr", "") in ("execute", "sql", "query"):
                assert not isinstance(node.args[0], ast.JoinedStr | ast.BinOp), ast.unparse(node)


def test_every_query_is_used_and_every_used_query_exists():
    code = "\n".join(path.read_text(encoding="utf-8") for path in FILES)
    with (ROOT / "data" / "claims.csv").open(encoding="utf-8", newline="") as stream:
        claims = {f"claims/{row['query']}" for row in csv.DictReader(stream)}
    names = {str(path.relative_to(ROOT / "queries"))[:-4] for path in (ROOT / "queries").glob("*/*.sql")}
    for name in names:
        assert name in claims or f'"{name}"' in code, f"{name} is never asked"
    assert claims <= names, f"{claims - names} have no query"


def test_every_public_function_says_what_it_gives():
    for path in FILES:
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.FunctionDef | ast.ClassDef) and not node.name.startswith("_"):
                nested = node.col_offset > 0
                assert nested or ast.get_docstring(node), f"{path.name}: {node.name}"
