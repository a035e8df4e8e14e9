"""The file of an appraisal, in JSON: written, and read back strictly.

A file comes from anybody, so it becomes typed values or is refused with place and remedy. What is read is only what is
handed in; nothing is kept and no file is touched.
"""

import json
from datetime import UTC, datetime
from typing import Any

from appraisal import Appraisal, Items, tidy, tidy_name

FORMAT = "MastoScope appraisal"
SCHEMA_VERSION = 1
LARGEST_BYTES = 1_000_000
LONGEST_RATER = 80
LONGEST_COMMENT = 4_000
TIME = "%Y-%m-%dT%H:%M:%SZ"
FIELDS = ["format", "schema_version", "data_version", "rater", "saved_utc", "ratings", "comments"]
REMEDY = "choose a file as it was downloaded here."


class AppraisalError(ValueError):
    """A file that is no appraisal; the message names file, place and remedy."""


def now() -> str:
    """Give this moment in UTC, to the second, as a file writes it."""
    return datetime.now(UTC).strftime(TIME)


def write(appraisal: Appraisal) -> bytes:
    """Give an appraisal as a JSON file in UTF-8, name and comments tidied; empty comments are left out."""
    fields = {
        "format": FORMAT,
        "schema_version": SCHEMA_VERSION,
        "data_version": appraisal.data_version,
        "rater": tidy_name(appraisal.rater),
        "saved_utc": appraisal.saved_utc,
        "ratings": appraisal.ratings,
        "comments": {item: text for item, comment in appraisal.comments.items() if (text := tidy(comment))},
    }
    return (json.dumps(fields, ensure_ascii=False, indent=1) + "\n").encode()


def read(name: str, content: bytes, items: Items) -> Appraisal:
    """Give the appraisal that a file holds.

    Args:
        name: the file's name, for messages.
        content: its bytes, from anybody.
        items: the answers of each known item.

    Raises:
        AppraisalError: anything in it is not as :func:`write` would write it.
    """
    try:
        fields = _parsed(content)
        _check_fields(fields)
        _check_answers(fields["ratings"], fields["comments"], items)
    except AppraisalError as error:
        raise AppraisalError(f"{name}: {error}") from None
    return Appraisal(**{field: fields[field] for field in Appraisal._fields})


def _parsed(content: bytes) -> dict[str, Any]:
    if len(content) > LARGEST_BYTES:
        raise AppraisalError(f"it holds {len(content):,} bytes; an appraisal has at most {LARGEST_BYTES:,}.")
    try:
        fields = json.loads(content.decode("utf-8-sig"), object_pairs_hook=_without_twins, parse_constant=_refuse_constant)
    except UnicodeDecodeError:
        raise AppraisalError("it is not text in UTF-8; choose the JSON file that was downloaded here.") from None
    except json.JSONDecodeError as error:
        raise AppraisalError(f"it is not valid JSON at line {error.lineno}, column {error.colno}; {REMEDY}") from None
    except AppraisalError as error:
        raise AppraisalError(f"{error}; {REMEDY}") from None
    except (RecursionError, ValueError):
        # Nested too deep, or a number of thousands of digits, about which Python's message would name its own settings.
        raise AppraisalError(f"it is not valid JSON; {REMEDY}") from None
    if not isinstance(fields, dict):
        raise AppraisalError(f"it holds no appraisal; {REMEDY}")
    return fields


def _without_twins(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    names = [name for name, _ in pairs]
    fields = dict(pairs)
    if len(fields) < len(names):
        raise AppraisalError(f"{_quoted(next(name for name in names if names.count(name) > 1))} stands twice")
    return fields


def _refuse_constant(name: str) -> None:
    raise AppraisalError(f"{name} is no JSON")


def _quoted(value: object) -> str:
    return ascii(value)[:60]


def _check_fields(fields: dict[str, Any]) -> None:
    for name in FIELDS:
        if name not in fields:
            raise AppraisalError(f"the field {name} is missing; {REMEDY}")
    if unknown := [name for name in fields if name not in FIELDS]:
        raise AppraisalError(f"the field {_quoted(unknown[0])} is not known; take it out.")
    if fields["format"] != FORMAT:
        raise AppraisalError(f"the field format is {_quoted(fields['format'])}; it must be {FORMAT!r}.")
    schema, version, saved = fields["schema_version"], fields["data_version"], fields["saved_utc"]
    if type(schema) is not int or schema != SCHEMA_VERSION:
        raise AppraisalError(f"the field schema_version is {_quoted(schema)}; only {SCHEMA_VERSION} can be read.")
    if not isinstance(version, str) or len(version) != 8 or set(version) - set("0123456789abcdef"):
        raise AppraisalError(f"the field data_version is {_quoted(version)}; it has eight digits from 0 to f.")
    if not _is_time(saved):
        raise AppraisalError(f"the field saved_utc is {_quoted(saved)}; write the time as 2024-05-31T12:00:00Z.")
    _check_text(fields["rater"], "the field rater", LONGEST_RATER)
    if tidy_name(fields["rater"]) != fields["rater"]:
        raise AppraisalError("the field rater runs over lines or has double blanks; write the name on one line.")


def _check_answers(ratings: object, comments: object, items: Items) -> None:
    for item, rating in _by_item(ratings, "ratings", items).items():
        if not items[item]:
            raise AppraisalError(
                f"item {item} has the rating {_quoted(rating)}; it takes only a comment, so take the rating out."
            )
        if rating not in items[item]:
            raise AppraisalError(f"item {item} has the rating {_quoted(rating)}; use one of {', '.join(items[item])}.")
    for item, comment in _by_item(comments, "comments", items).items():
        _check_text(comment, f"the comment on item {item}", LONGEST_COMMENT)


def _by_item(answers: object, field: str, items: Items) -> dict[str, Any]:
    if not isinstance(answers, dict):
        raise AppraisalError(f"the field {field} is {_quoted(answers)}; it must list items by name.")
    for item in answers:
        if item not in items:
            raise AppraisalError(f"{field} name the item {_quoted(item)}, which is not known; take it out.")
    return answers


def _is_time(text: object) -> bool:
    try:
        return isinstance(text, str) and datetime.strptime(text, TIME).strftime(TIME) == text
    except ValueError:
        return False


def _check_text(value: object, place: str, longest: int) -> None:
    if not isinstance(value, str) or not value.strip():
        raise AppraisalError(f"{place} is {_quoted(value)}; write a text there.")
    if len(value) > longest:
        raise AppraisalError(f"{place} has {len(value):,} characters; shorten it to {longest:,}.")
    if tidy(value) != value:
        raise AppraisalError(f"{place} has control characters or outer blanks; take them out.")
