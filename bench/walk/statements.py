"""Compare the paper check by statement, whatever element holds one: its line in the list, and all that is told of it alone."""

import re
from difflib import SequenceMatcher

from bench.walk.seen import Seen
from bench.walk.tally import Tally, numbers
from bench.walk.texts import ALIKE

COLOUR = re.compile(r":(?:green|orange|gray|grey|red|blue)\[([^\]]*)\]")
VERDICT = re.compile(r"agrees within rounding|agrees|differs|cannot be checked|could not be recomputed")


def titles(seen: Seen) -> list[str]:
    """Give the titles of all statements, as the page offers them to be chosen."""
    return next(text.text for text in seen.texts if text.kind == "selectbox options").split(" | ")


def _lines(seen: Seen) -> list[str]:
    """Give all lines of a page, a row of a table as one."""
    texts = [line for text in seen.texts if not text.kind.endswith("options") for line in text.text.splitlines()]
    rows = [
        " · ".join(str(value) for value in row.values() if value is not None) for table in seen.tables for row in table.rows
    ]
    return [COLOUR.sub(r"\1", line) for line in [*rows, *texts]]


def _listed(seen: Seen, known: list[str]) -> dict[str, str]:
    """Give the line of each statement on the page: the first that holds its title and a verdict."""
    lines = [line for line in _lines(seen) if VERDICT.search(line)]
    found = {title: next((line for line in lines if title in line), "") for title in known}
    return {title: line for title, line in found.items() if line}


def compare_list(tally: Tally, where: str, before: Seen, after: Seen) -> None:
    """Compare which statements a list shows, and the numbers and the verdict of each."""
    old, new = _listed(before, titles(before)), _listed(after, titles(after))
    for title in {**old, **new}:
        line, other = old.get(title, ""), new.get(title, "")
        told = f"{title}: “{line}” → “{other}”"
        verdicts = [VERDICT.findall(text)[-1:] for text in (line, other)]
        if verdicts[0] != verdicts[1]:
            tally.note("different", where, told)
        lacking = (numbers(line) - numbers(other)).total()
        tally.equal += numbers(line).total() - lacking
        if lacking:
            tally.note("different", where, told, lacking)


def compare_alone(tally: Tally, where: str, before: Seen, after: Seen) -> None:
    """Hold every piece of what is told of one statement against the other page, which may tell more and in another place."""
    told, others = f" {' '.join(_words(line) for line in _lines(after))} ", sorted(_pieces(after))
    for piece in sorted(_pieces(before)):
        if f" {_words(piece)} " in told:
            tally.equal += numbers(piece).total()
            continue
        likeness = {other: SequenceMatcher(None, piece, other).ratio() for other in others}
        twin = max(likeness, key=lambda other: likeness[other])
        twin = twin if likeness[twin] >= ALIKE else ""
        what = f"“{piece}” → “{twin}”"
        lacking = (numbers(piece) - numbers(twin)).total()
        tally.equal += numbers(piece).total() - lacking
        if lacking or not set(VERDICT.findall(piece)) <= set(VERDICT.findall(twin)):
            tally.note("different", where, what, lacking or 1)
        else:
            tally.note("words", where, what)


def _pieces(seen: Seen) -> set[str]:
    return {piece for line in _lines(seen) for piece in re.split(r" · | → |(?<=[.;])\s", line) if piece}


def _words(text: str) -> str:
    return " ".join(re.findall(r"\w+(?:\.\d+)?", text.lower()))
