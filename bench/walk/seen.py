"""What stands on a page: its texts and the rows of its figures and tables, put together from a server's messages."""

import json
import re
from collections.abc import Callable, Iterator
from typing import Any, NamedTuple

from streamlit.dataframe_util import convert_arrow_bytes_to_pandas_df
from streamlit.proto.Block_pb2 import Block
from streamlit.proto.Element_pb2 import Element
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg

# The fields that a reader sees; all others say how and where an element is drawn.
WORDS = ["label", "body", "title", "text", "delta", "help", "placeholder", "alt", "message"]
# SQL and styles are no statement of a page.
UNREAD = {"code", "html", "empty", "space", "skeleton"}
# What differs from one server or revision to the next without meaning anything.
NOISE = [
    (re.compile(r"https?://127\.0\.0\.1:\d+\S*"), "ADDRESS"),
    (re.compile(r"(data version `?)[0-9a-f]{8}"), r"\1VERSION"),
    (re.compile(r":material/\w+:"), ""),
    (re.compile(r"[ \t]+"), " "),
]


class Text(NamedTuple):
    """One text and what it belongs to, such as ``metric body`` or ``caption``."""

    kind: str
    text: str


class Table(NamedTuple):
    """The rows of a chart or table, below which heading they stand, and whether their order is seen."""

    heading: str
    ordered: bool
    rows: list[dict[str, Any]]


class Seen(NamedTuple):
    """All that stands on a page."""

    texts: list[Text]
    tables: list[Table]


class Page:
    """A page as a browser keeps it: each element at its place, until a run of its part of the page no longer sends it."""

    def __init__(self) -> None:
        self.run = 0
        # At each place: the run and the fragment that drew it, and what it is.
        self.parts: dict[tuple[int, ...], tuple[int, str, Element | Block]] = {}

    def take(self, messages: list[ForwardMsg]) -> None:
        """Take all messages of a run, and of those that were cut short to ask for it."""
        for message in messages:
            self.run += message.WhichOneof("type") == "new_session"
            path = tuple(message.metadata.delta_path)
            if message.delta.HasField("new_element"):
                self._drop(lambda place, *_, path=path: place[: len(path)] == path)
                self.parts[path] = self.run, message.delta.fragment_id, message.delta.new_element
            elif message.delta.HasField("add_block"):
                self.parts[path] = self.run, message.delta.fragment_id, message.delta.add_block
        fragments = messages[-1].metadata.run.fragment_ids
        self._drop(lambda _, run, fragment: run != self.run and (not fragments or fragment in fragments))

    def _drop(self, stale: Callable[[tuple[int, ...], int, str], bool]) -> None:
        self.parts = {place: part for place, part in self.parts.items() if not stale(place, *part[:2])}

    def seen(self) -> Seen:
        """Give what stands on the page, from top to bottom."""
        texts: list[Text] = []
        tables: list[Table] = []
        for place in sorted(self.parts):
            part = self.parts[place][2]
            kind = part.WhichOneof("type") or ""
            if kind in UNREAD:
                continue
            heading = next((text for kind, text in reversed(texts) if kind == "heading body"), "")
            for table in _tables(kind, part):
                tables.append(Table(heading, kind != "vega_lite_chart", table))
            if kind:
                texts += [Text(name, clean) for name, text in _texts(kind, getattr(part, kind)) if (clean := _clean(text))]
        if not texts:
            raise RuntimeError("nothing stands on the page")
        return Seen(texts, tables)


def _clean(text: str) -> str:
    for pattern, instead in NOISE:
        text = pattern.sub(instead, text)
    return text.strip()


def _texts(kind: str, part: Any) -> Iterator[tuple[str, str]]:
    for name in WORDS:
        if isinstance(text := getattr(part, name, None), str):
            caption = kind == "markdown" and part.element_type == part.CAPTION
            yield ("caption" if caption else f"{kind} {name}"), text
    options = [getattr(option, "content", option) for option in getattr(part, "options", [])]
    yield f"{kind} options", " | ".join(map(str, options))
    if kind == "dataframe":
        for column, config in json.loads(part.columns or "{}").items():
            yield "column", f"{column}: {config.get('label') or ''} {config.get('help') or ''}"
    if kind == "vega_lite_chart":
        yield from (("chart title", title) for title in sorted(set(_titles(json.loads(part.spec)))))


def _titles(spec: Any) -> Iterator[str]:
    """Give the titles of axes, legends and columns anywhere in the specification of a chart."""
    if isinstance(spec, list):
        for item in spec:
            yield from _titles(item)
    if isinstance(spec, dict):
        for key, value in spec.items():
            if key == "title" and isinstance(value, str):
                yield value
            yield from _titles(value)


def _tables(kind: str, part: Any) -> Iterator[list[dict[str, Any]]]:
    if kind == "vega_lite_chart":
        chart = part.vega_lite_chart
        for arrow in [chart.data.data, *(named.data.data for named in chart.datasets)]:
            if arrow:
                yield _rows(arrow)
    elif kind == "table":
        yield _rows(part.table.arrow_data.data)
    elif kind == "dataframe":
        rows = _rows(part.dataframe.arrow_data.data or part.dataframe.lazy_data.initial_chunk.data)
        shown = part.dataframe.column_order
        yield [{name: row[name] for name in shown if name in row} for row in rows] if shown else rows


def _rows(arrow: bytes) -> list[dict[str, Any]]:
    frame = convert_arrow_bytes_to_pandas_df(arrow)
    return [{str(name): _plain(value) for name, value in row.items()} for row in frame.to_dict("records")]


def _plain(value: Any) -> Any:
    """Give a value so that equal ones are equal whatever their type: numbers as float, whatever is missing as None."""
    if hasattr(value, "tolist"):
        value = value.tolist()
    if isinstance(value, list | tuple):
        return tuple(map(_plain, value))
    if isinstance(value, dict):
        return tuple(sorted((key, _plain(item)) for key, item in value.items()))
    if value is None or value != value or str(value) in ("<NA>", "NaT"):
        return None
    try:
        return float(f"{float(value):.9g}") if not isinstance(value, str) else _clean(value)
    except (TypeError, ValueError):
        return str(value)
