"""The file format of an appraisal: what one rater thinks of the items, written, read back strictly, and compared.

It stands in ``data/`` beside the grammar of printed cells because it does the same: text from outside becomes typed
values or is refused with place and remedy. It reads only what it is handed, keeps nothing and writes no file.
"""

import json
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime
from typing import Any, NamedTuple

SCHEMA_VERSION = 1
FORMAT = "MastoScope appraisal"
LARGEST_BYTES = 1_000_000
LONGEST_RATER = 80
LONGEST_COMMENT = 4_000
TIME = "%Y-%m-%dT%H:%M:%SZ"
FIELDS = ["format", "schema_version", "data_version", "rater", "saved_utc", "ratings", "comments"]

# The answers of each item by its key; an item without answers takes only a comment.
Items = Mapping[str, Sequence[str]]


class Appraisal(NamedTuple):
    """What one rater saved: a rating and a comment for some items, never for all of them by force."""

    rater: str
    saved_utc: str
    data_version: str
    ratings: dict[str, str]
    comments: dict[str, str]


class AppraisalError(ValueError):
    """A file that is no appraisal; the message names file, place and remedy."""


def tidy(text: str) -> str:
    """Give a text without control characters and outer blanks, so that whatever is saved can be read again."""
    return "".join(sign for sign in text if not _unreadable(sign)).strip()


def _unreadable(sign: str) -> bool:
    return unicodedata.category(sign) in ("Cc", "Cs") and sign not in "\n\t"


def write(appraisal: Appraisal) -> bytes:
    """Give an appraisal as a JSON file; empty comments are left out."""
    comments = {key: text for key, comment in appraisal.comments.items() if (text := tidy(comment))}
    values = [FORMAT, SCHEMA_VERSION, appraisal.data_version, " ".join(tidy(appraisal.rater).split()), appraisal.saved_utc]
    told = dict(zip(FIELDS, [*values, appraisal.ratings, comments], strict=True))
    return (json.dumps(told, ensure_ascii=False, indent=1) + "\n").encode()


def read(file: str, content: bytes, items: Items) -> Appraisal:
    """Give the appraisal that a file holds.

    Args:
        file: its name, for messages.
        content: its bytes, from anybody.
        items: the answers of each known item.

    Raises:
        AppraisalError: anything in it is not as :func:`write` would write it.
    """
    try:
        return _appraisal(_parsed(content), items)
    except AppraisalError as error:
        raise AppraisalError(f"{file}: {error}") from None


def _parsed(content: bytes) -> dict[str, Any]:
    if len(content) > LARGEST_BYTES:
        raise AppraisalError(f"it holds {len(content):,} bytes; an appraisal has at most {LARGEST_BYTES:,}.")
    try:
        told = json.loads(content.decode("utf-8-sig"), object_pairs_hook=_object, parse_constant=_constant)
    except UnicodeDecodeError:
        raise AppraisalError("it is not text in UTF-8; choose the JSON file that was downloaded here.") from None
    except json.JSONDecodeError as error:
        place = f"line {error.lineno}, column {error.colno}"
        raise AppraisalError(f"it is not valid JSON at {place}; choose a file as it was downloaded here.") from None
    except (RecursionError, ValueError) as error:
        # A number of thousands of digits is a ValueError too, whose message would name Python's settings.
        reason = str(error) if isinstance(error, AppraisalError) else "it is not valid JSON"
        raise AppraisalError(f"{reason.rstrip('.')}; choose a file as it was downloaded here.") from None
    if not isinstance(told, dict):
        raise AppraisalError("it holds no appraisal; choose a file as it was downloaded here.")
    return told


def _object(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    told = dict(pairs)
    if len(told) < len(pairs):
        names = [name for name, _ in pairs]
        raise AppraisalError(f"{_shown(next(name for name in names if names.count(name) > 1))} stands twice.")
    return told


def _constant(name: str) -> None:
    raise AppraisalError(f"{name} is no JSON.")


def _shown(value: object) -> str:
    return ascii(value)[:60]


def _appraisal(told: dict[str, Any], items: Items) -> Appraisal:
    for name in FIELDS:
        if name not in told:
            raise AppraisalError(f"the field {name} is missing; choose a file as it was downloaded here.")
    if unknown := [name for name in told if name not in FIELDS]:
        raise AppraisalError(f"the field {_shown(unknown[0])} is not known; take it out.")
    if told["format"] != FORMAT:
        raise AppraisalError(f"the field format is {_shown(told['format'])}; it must be {FORMAT!r}.")
    if type(told["schema_version"]) is not int or told["schema_version"] != SCHEMA_VERSION:
        raise AppraisalError(
            f"the field schema_version is {_shown(told['schema_version'])}; only {SCHEMA_VERSION} can be read."
        )
    version, saved = told["data_version"], told["saved_utc"]
    if not isinstance(version, str) or len(version) != 8 or set(version) - set("0123456789abcdef"):
        raise AppraisalError(f"the field data_version is {_shown(version)}; it has eight digits from 0 to f.")
    try:
        exact = datetime.strptime(saved, TIME).strftime(TIME) == saved
    except (TypeError, ValueError):
        exact = False
    if not exact:
        raise AppraisalError(f"the field saved_utc is {_shown(saved)}; write the time as 2024-05-31T12:00:00Z.")
    rater = _text(told["rater"], "the field rater", LONGEST_RATER)
    if " ".join(rater.split()) != rater:
        raise AppraisalError("the field rater runs over lines or has double blanks; write the name on one line.")
    for field in ["ratings", "comments"]:
        if not isinstance(told[field], dict):
            raise AppraisalError(f"the field {field} is {_shown(told[field])}; it must list items by name.")
        for item in told[field]:
            if item not in items:
                raise AppraisalError(f"{field} name the item {_shown(item)}, which is not known; take it out.")
    for item, rating in told["ratings"].items():
        if not items[item]:
            raise AppraisalError(
                f"item {item} has the rating {_shown(rating)}; it takes only a comment, so take the rating out."
            )
        if rating not in items[item]:
            raise AppraisalError(f"item {item} has the rating {_shown(rating)}; use one of {', '.join(items[item])}.")
    for item, comment in told["comments"].items():
        _text(comment, f"the comment on item {item}", LONGEST_COMMENT)
    return Appraisal(rater, saved, version, told["ratings"], told["comments"])


def _text(value: object, place: str, longest: int) -> str:
    if not isinstance(value, str) or not value.strip():
        raise AppraisalError(f"{place} is {_shown(value)}; write a text there.")
    if len(value) > longest:
        raise AppraisalError(f"{place} has {len(value):,} characters; shorten it to {longest:,}.")
    if tidy(value) != value:
        raise AppraisalError(f"{place} has control characters or outer blanks; take them out.")
    return value


def compare(appraisals: Sequence[Appraisal], items: Items) -> Iterator[tuple[str, str]]:
    """Give each item that takes a rating with what several raters make of it.

    The words are *agree* and *differ* where all of them rated it, *differ, not rated by all* and *not rated by all*
    where some did, *not rated* where nobody did.
    """
    for item, options in items.items():
        given = [appraisal.ratings[item] for appraisal in appraisals if item in appraisal.ratings]
        differ, all_rated = len(set(given)) > 1, len(given) == len(appraisals)
        if options and not given:
            yield item, "not rated"
        elif options and all_rated:
            yield item, "differ" if differ else "agree"
        elif options:
            yield item, "differ, not rated by all" if differ else "not rated by all"
