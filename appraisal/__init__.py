"""What raters make of the items they are asked about: one appraisal, and several compared.

``file.py`` writes and reads an appraisal, ``words.py`` tells about it. Nothing here knows where items come from, how they
look on screen or which data they judge: items and data version are handed in.
"""

import unicodedata
from collections.abc import Mapping, Sequence
from typing import NamedTuple

# The answers that each item offers, by its key; an item without answers takes only a comment.
Items = Mapping[str, Sequence[str]]


# What stands for the name of a rater who has not given one.
NAMELESS = "no name"


class Appraisal(NamedTuple):
    """What one rater thinks: a rating and a comment for some items, never for all of them by force.

    ``saved_utc`` is written as ``2024-05-31T12:00:00Z``; ``data_version`` names the data that the rater saw.
    """

    rater: str
    saved_utc: str
    data_version: str
    ratings: dict[str, str]
    comments: dict[str, str]


class Comparison(NamedTuple):
    """What several raters make of one item: how many there are, how many rated it, and whether two of these differ."""

    raters: int
    rated: int
    differ: bool


def tidy(text: str) -> str:
    """Give a text without control characters and outer blanks, so that whatever is saved can be read again."""
    return "".join(character for character in text if not _unreadable(character)).strip()


def tidy_name(text: str) -> str:
    """Give a rater's name, tidied, on one line and with single blanks."""
    return " ".join(tidy(text).split())


def _unreadable(character: str) -> bool:
    return unicodedata.category(character) in ("Cc", "Cs") and character not in "\n\t"


def is_empty(appraisal: Appraisal) -> bool:
    """Give whether nothing is rated and nothing commented."""
    return not (appraisal.ratings or appraisal.comments)


def same_content(first: Appraisal, second: Appraisal) -> bool:
    """Give whether two appraisals hold the same name, ratings and comments, whenever and over whichever data."""
    return first == second._replace(saved_utc=first.saved_utc, data_version=first.data_version)


def compare(appraisals: Sequence[Appraisal], items: Items) -> dict[str, Comparison]:
    """Give each item that takes a rating with what several raters make of it, in the order of the items."""
    compared = {}
    for item, answers in items.items():
        if answers:
            ratings = [appraisal.ratings[item] for appraisal in appraisals if item in appraisal.ratings]
            compared[item] = Comparison(len(appraisals), len(ratings), len(set(ratings)) > 1)
    return compared
