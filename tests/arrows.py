"""Which room knows which, read from every import of a folder: ``python -m tests.arrows [folder]`` prints the drawing."""

import ast
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).parent.parent
# Rooms that are no part of the app, or that may import whatever they measure.
OUTSIDE = {".venv", "tests", "bench", "deploy"}
# From bottom to top, each room with those that it may know.
KNOWS: dict[str, set[str]] = {"data": set(), "models": set(), "appraisal": set(), "queries": {"data"}, "charts": {"data"}}
KNOWS["filters"] = {"data", "queries"}
KNOWS["words"] = {"data", "queries", "filters"}
KNOWS["figures"] = {"data", "queries", "models", "charts", "filters", "words"}
# Figures that models work out and no query asks for: they are Figures, so they stand above them.
KNOWS["simulated"] = {*KNOWS["figures"], "figures"}
for above in ["present", "widgets", "pages", "frame", "app"]:
    KNOWS[above] = set(KNOWS)
ORDER = list(KNOWS)


class Import(NamedTuple):
    """One import: the file that imports, and the module that it names, as in ``data.source.Choice``."""

    file: str
    module: str

    @property
    def room(self) -> str:
        """Give the room of the file: its folder, or its own name beside them."""
        return self.file.split("/")[0].removesuffix(".py")


def files(folder: Path = ROOT) -> list[Path]:
    """Give every Python file of the app, and of nothing else, below a folder."""
    inside = [
        child for child in folder.iterdir() if child.is_dir() and child.name not in OUTSIDE
    ]  # never through a whole .venv
    return sorted([*folder.glob("*.py"), *(path for child in inside for path in child.rglob("*.py"))])


def rooms(folder: Path = ROOT) -> set[str]:
    """Give the rooms of a folder."""
    return {path.relative_to(folder).parts[0].removesuffix(".py") for path in files(folder)}


def imports(path: Path, folder: Path = ROOT) -> Iterator[Import]:
    """Give every import of a file, those inside functions included."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            names = [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}: a relative import hides its room"
            names = [f"{node.module}.{alias.name}" for alias in node.names]
        else:
            continue
        yield from (Import(path.relative_to(folder).as_posix(), name) for name in names)


def arrows(folder: Path = ROOT) -> Counter[tuple[str, str]]:
    """Give each arrow from a room to another that it knows, with the number of files that draw it."""
    known = {(path, name.room, name.module.split(".")[0]) for path in files(folder) for name in imports(path, folder)}
    inside = rooms(folder)
    return Counter((room, other) for _, room, other in known if other in inside and other != room)


def back(arrow: tuple[str, str]) -> bool:
    """Say whether an arrow goes back: to a room that stands above, or that has no place."""
    return not all(room in ORDER for room in arrow) or ORDER.index(arrow[0]) <= ORDER.index(arrow[1])


def circles(folder: Path = ROOT) -> list[list[str]]:
    """Give every set of files that know each other in a circle."""
    paths = {path.relative_to(folder).as_posix(): path for path in files(folder)}
    names = {name.removesuffix(".py").removesuffix("/__init__").replace("/", "."): name for name in paths}
    known: dict[str, set[str]] = {}
    for name, path in paths.items():
        modules = [(found.module, found.module.rpartition(".")[0]) for found in imports(path, folder)]
        known[name] = {names.get(module) or names[parent] for module, parent in modules if {module, parent} & {*names}}
    reached = {name: set(others) for name, others in known.items()}
    for middle in reached:
        for others in reached.values():
            if middle in others:
                others |= reached[middle]
    circled = {name: frozenset(other for other in reached[name] if name in reached[other]) for name in reached}
    return sorted(sorted(circle) for circle in set(circled.values()) if circle)


def drawing(folder: Path = ROOT) -> str:
    """Give all rooms from bottom to top, each with the rooms it knows and in how many files, and what goes back."""
    found, here = arrows(folder), rooms(folder)
    lines = []
    for room in [*(room for room in ORDER if room in here), *sorted(here - {*ORDER})]:
        others = sorted(((other, count) for (start, other), count in found.items() if start == room), key=lambda item: item[0])
        texts = [f"{other} ({count}){' ← back' if back((room, other)) else ''}" for other, count in others]
        lines.append(f"{room:>10} → {', '.join(texts) or 'nothing'}")
    backwards = [f"{start} → {end}" for start, end in sorted(found) if back((start, end))]
    summary = f"{len(here)} rooms, {len(found)} arrows, {len(backwards)} going back"
    ends = f" ({', '.join(backwards)})" if backwards else ""
    circled = [f"circle of files: {', '.join(circle)}" for circle in circles(folder)]
    return "\n".join([*lines, summary + ends, *(circled or ["no circle of files"])])


if __name__ == "__main__":
    print(drawing(Path(sys.argv[1]) if sys.argv[1:] else ROOT))
