"""No number, publication or name of the built-in table stands in the app, and no line is too long to be read."""

import ast
import csv
import re

import pytest

from tests.arrows import ROOT, files

# What speaks of the paper itself, and so must name what stands there.
ABOUT_THE_PAPER = {
    "queries/claims/": "each recomputes one statement of the paper, some of them about one publication",
    "queries/about/": "where the table and its own text disagree",
}
with (ROOT / "data" / "publications.csv").open(encoding="utf-8", newline="") as stream:
    PUBLICATIONS = list(csv.DictReader(stream))
IDS = {row["publication_id"] for row in PUBLICATIONS}
NAMES = {found[1] for row in PUBLICATIONS if (found := re.match(r"([A-Z]\S+) (\d{4}|\(year not seen\))", row["label"]))}
BUILT_IN = re.compile(rf"\b(81|83|{'|'.join(sorted(map(re.escape, IDS | NAMES)))})\b")
WRITTEN = [
    *files(),
    *(path for ending in ["sql", "html", "typ"] for path in ROOT.glob(f"*/**/*.{ending}") if ".venv" not in path.parts),
]
HELD = [path for path in WRITTEN if not path.relative_to(ROOT).as_posix().startswith(("tests/", *ABOUT_THE_PAPER))]


def constants(path):
    """Every constant of a file, without what is said to readers of the code."""
    text = path.read_text(encoding="utf-8")
    if path.suffix != ".py":
        return re.sub(r"--.*|/\*.*?\*/|//.*|<!--.*?-->", "", text)
    tree = ast.parse(text)
    documented = [node for node in ast.walk(tree) if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)]
    comments = {id(node.value) for node in documented}
    found = [node for node in ast.walk(tree) if isinstance(node, ast.Constant) and id(node) not in comments]
    return "\n".join(str(node.value) for node in found)


def test_ids_names_and_numbers_are_known_and_found():
    assert {"bossi2023", "lemal2019"} < IDS
    assert {"Bossi", "Lemal", "Carter"} < NAMES
    for text in ["81 patients", "n = 83", "Bossi et al.", "WHERE publication_id = 'lemal2019'"]:
        assert BUILT_IN.search(text), text
    for place, reason in ABOUT_THE_PAPER.items():
        excepted = [path for path in WRITTEN if path.relative_to(ROOT).as_posix().startswith(place)]
        assert any(BUILT_IN.search(constants(path)) for path in excepted), f"{place} ({reason}) needs no exception any more"


@pytest.mark.parametrize("path", HELD, ids=lambda path: str(path.relative_to(ROOT)))
def test_nothing_of_the_built_in_table_is_written_into_the_app(path):
    found = [line for line in constants(path).splitlines() if BUILT_IN.search(line)]
    assert not found, "ask the source for it, or name the room among those about the paper"
