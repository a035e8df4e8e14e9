"""References as a line, as BibTeX and as RIS: pure functions of what is verified; what is not is left out, never guessed.

An entry is a mapping of texts as ``citations/publications`` gives them: publication_id, authors, title, journal, year,
volume_pages, doi, pmid, and as url the page that was read where there is neither; :func:`software` gives that of MastoScope. An
absent or empty field is unknown.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from datetime import date

import queries
from data.source import Choice, Source

Entry = Mapping[str, str]

SOFTWARE = "MastoScope: treatment outcomes of omalizumab in mastocytosis, with their uncertainty"
MAKERS = "The MastoScope founders"
_VOLUME = re.compile(r"(?P<volume>\d+)\((?P<number>\d+)\):(?P<first>\w+)(?:-(?P<last>\w+))?")
_SPECIAL = {
    "\\": r"\textbackslash{}", "{": r"\{", "}": r"\}", "&": r"\&", "%": r"\%", "$": r"\$", "#": r"\#", "_": r"\_",
    "~": r"\textasciitilde{}", "^": r"\textasciicircum{}",
}  # fmt: skip


def software(data_version: str, address: str, seen: str) -> dict[str, str]:
    """Give the entry of MastoScope itself.

    Args:
        data_version: the version of the curated data that is cited.
        address: where the view can be opened again.
        seen: the time it was seen, as ISO 8601 text.
    """
    return {
        "publication_id": "mastoscope", "authors": MAKERS, "title": SOFTWARE, "version": f"data {data_version}", "url": address,
        "seen": seen[:10],
    }  # fmt: skip


def _authors(entry: Entry) -> tuple[list[tuple[str, str]], bool]:
    """Give family name and initials of each author (no initials where none are known), and whether there are more."""
    names = []
    text, *more = re.split(r",? et al\.?$", entry.get("authors", ""))
    for name in filter(None, (part.strip() for part in text.split(","))):
        family, _, initials = name.rpartition(" ")
        known = bool(family) and re.fullmatch(r"[^\W\d_]{1,4}(-[^\W\d_]{1,2})?", initials) is not None and initials.isupper()
        names.append((family, initials) if known else (name, ""))
    return names, bool(more)


def _places(entry: Entry) -> dict[str, str]:
    match = _VOLUME.fullmatch(entry.get("volume_pages", ""))
    return {key: value for key, value in match.groupdict().items() if value} if match else {}


def line(entry: Entry) -> str:
    """Give one entry as a line: at most three of many authors, then what is verified, and last what finds it."""
    names = (entry.get("authors") or entry.get("label", "")).split(", ")
    authors = ", ".join([*names[:3], "et al"] if len(names) > 4 else names)
    issue = f"{entry.get('year') or ('' if entry.get('version') else 'Year not seen')}"
    if entry.get("volume_pages"):
        issue += f";{entry['volume_pages']}"
    parts = [
        authors, entry.get("title", ""), entry.get("journal", ""), issue,
        f"Version: {entry['version']}" if entry.get("version") else "",
        f"doi {entry['doi']}" if entry.get("doi") else "",
        f"PMID {entry['pmid']}" if entry.get("pmid") else "",
    ]  # fmt: skip
    text = ". ".join(part.rstrip(".") for part in parts if part) + "."
    # No full stop after an address, which would be taken for a part of it.
    return f"{text} Read at {entry['url']}" if entry.get("url") and not entry.get("version") else text


def escaped(text: str) -> str:
    """Give text that BibTeX prints as it stands."""
    return "".join(_SPECIAL.get(sign, sign) for sign in " ".join(text.split()))


def bibtex(entries: Iterable[Entry]) -> str:
    """Give entries as a BibTeX file."""
    return "\n".join(_bibtex(entry) for entry in entries)


def _bibtex(entry: Entry) -> str:
    names, more = _authors(entry)
    people = [f"{escaped(family)}, {escaped(given)}" if given else f"{{{escaped(family)}}}" for family, given in names]
    places = _places(entry)
    pages = "--".join(places[end] for end in ["first", "last"] if end in places)
    fields = {
        "author": " and ".join(people + ["others"] * more),
        # A second pair of braces keeps capitals as they are printed.
        "title": f"{{{escaped(entry['title'])}}}" if entry.get("title") else "",
        "journal": escaped(entry.get("journal", "")),
        "year": entry.get("year", ""),
        "volume": places.get("volume", ""),
        "number": places.get("number", ""),
        "pages": pages,
        **{key: entry.get(key, "") for key in ["doi", "pmid"]},
        "version": escaped(entry.get("version", "")),
        "url": entry.get("url", ""),
        "urldate": entry.get("seen", ""),
    }
    lines = [f"  {key} = {{{value}}}," for key, value in fields.items() if value]
    kind = "article" if entry.get("journal") else "misc"
    return "\n".join([f"@{kind}{{{entry['publication_id']},", *lines, "}", ""])


def ris(entries: Iterable[Entry]) -> str:
    """Give entries as a RIS file."""
    return "".join(f"{tag}  - {' '.join(value.split())}\r\n" for entry in entries for tag, value in _ris(entry))


def _ris(entry: Entry) -> Iterator[tuple[str, str]]:
    names, more = _authors(entry)
    places = _places(entry)
    kind = "COMP" if entry.get("version") else "JOUR" if entry.get("journal") else "GEN"
    yield "TY", kind
    yield "ID", entry["publication_id"]
    for family, given in names:
        yield "AU", f"{family}, {given}" if given else family
    fields = [
        ("TI", entry.get("title")), ("T2", entry.get("journal")), ("PY", entry.get("year")), ("VL", places.get("volume")),
        ("IS", places.get("number")), ("SP", places.get("first")), ("EP", places.get("last")), ("DO", entry.get("doi")),
        ("AN", entry.get("pmid")), ("ET", entry.get("version")), ("UR", entry.get("url")),
        ("Y2", entry.get("seen", "").replace("-", "/")), ("N1", "Further authors are not listed here." if more else ""),
    ]  # fmt: skip
    yield from ((tag, value) for tag, value in fields if value)
    yield "ER", ""


def entries(choice: Choice) -> list[dict[str, str]]:
    """Give each publication that was read or of which a title or an identifier was verified, the index case first."""
    found: list[dict[str, str]] = queries.ask("citations/publications", choice).to_pylist()
    return found


def imprint(source: Source, made: date) -> str:
    """Give source, licence, data version and date in one line."""
    return f"{source.citation}. {source.licence}. MastoScope, data version {source.version}, made {day(made)}."


def day(made: date) -> str:
    """Give a date without leading zero, such as 3 May 2026."""
    return f"{made.day} {made:%B %Y}"
