"""Compare the rows of figures and tables: those of figures in any order, and columns under any name."""

from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import zip_longest
from typing import Any

from bench.walk.seen import Table, Text
from bench.walk.tally import Tally, numbers
from bench.walk.texts import pair

Row = tuple[Any, ...]


def compare(tally: Tally, where: str, before: list[Table], after: list[Table]) -> None:
    """Compare all figures and tables of two pages."""
    for old, new in _paired(before, after):
        if old is None or new is None:
            there = old or new
            assert there is not None
            what = f"rows below “{there.heading}” are {'gone' if new is None else 'new'}"
            tally.note("different", where, what, sum(_size(row.values()) for row in there.rows) or 1)
        else:
            _rows(tally, where, old, new)


def _paired(before: list[Table], after: list[Table]) -> Iterator[tuple[Table | None, Table | None]]:
    """Pair tables by place where both pages have as many; by heading first where they have not."""
    old, new = list(before), list(after)
    if len(old) != len(new):
        for table in before:
            if twin := next((other for other in new if other.heading == table.heading), None):
                old.remove(table)
                new.remove(twin)
                yield table, twin
    yield from zip_longest(old, new)


def _rows(tally: Tally, where: str, before: Table, after: Table) -> None:
    below = f"below “{before.heading}”"
    columns = _columns(tally, where, below, before.rows, after.rows)
    old = [tuple(row.get(name) for name in columns) for row in before.rows]
    new = [tuple(row.get(name) for name in columns.values()) for row in after.rows]
    if not (before.ordered and after.ordered):
        same = Counter(old) & Counter(new)
        tally.equal += sum(_size(row) * times for row, times in same.items())
        old, new = _nearest(list((Counter(old) - same).elements()), list((Counter(new) - same).elements()))
    for row, other in zip(old, new, strict=False):
        for name, value, changed in zip(columns, row, other, strict=True):
            if value == changed:
                tally.equal += _size([value])
            elif isinstance(value, str) and isinstance(changed, str):
                pair(tally, where, Text(f"{name} {below}", value), Text(name, changed))
            else:
                tally.note("different", where, f"{name} {below}: {value} → {changed} in {row}")
    for which, rows in [("before", old[len(new) :]), ("after", new[len(old) :])]:
        for row in rows:
            tally.note("different", where, f"a row {below} is there only {which}: {row}", _size(row) or 1)


def _nearest(old: list[Row], new: list[Row]) -> tuple[list[Row], list[Row]]:
    """Bring the rows into an order in which each stands beside the one that shares most values with it."""
    left, pairs, alone = list(new), [], []
    for row in old:
        shared = [sum(map(lambda value, other: value == other, row, other)) for other in left]
        if shared and max(shared):
            pairs.append((row, left.pop(shared.index(max(shared)))))
        else:
            alone.append(row)
    return [*(row for row, _ in pairs), *alone], [*(other for _, other in pairs), *left]


def _columns(
    tally: Tally, where: str, below: str, before: list[dict[str, Any]], after: list[dict[str, Any]]
) -> dict[str, str]:  # fmt: skip
    """Give the new name of each column; one that lost its name is the one that holds the same values."""
    if not before or not after:
        return {name: name for name in (before or after or [{}])[0]}
    columns = {name: name for name in before[0] if name in after[0]}
    gone, new = ([name for name in rows[0] if name not in columns] for rows in (before, after))
    for name in gone:
        values = Counter(row[name] for row in before)
        twin = next((other for other in new if Counter(row[other] for row in after) == values), None)
        if twin:
            new.remove(twin)
            columns[name] = twin
        tally.note("columns", where, f"column {name} {below} is {f'called {twin}' if twin else 'gone'}")
    for name in new:
        tally.note("columns", where, f"column {name} {below} is new")
    return columns


def _size(values: Iterable[Any]) -> int:
    """Give how many numbers values hold, those in texts and lists included."""
    return sum(numbers(str(value)).total() if isinstance(value, str | tuple) else isinstance(value, float) for value in values)
