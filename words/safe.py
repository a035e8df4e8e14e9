"""Text that somebody else wrote, made safe for the place it goes to: an address, a pin, a file, a rater, a table of a reader.

Places that take plain text (code, plain text, cells of a grid, charts, slides) need nothing of this; the handout as a web
page is escaped by its template, and the typesetter gets its texts as data.
"""

import re

import pandas as pd

# Longest text from an address that a notice repeats.
LONGEST = 60
# Line ends and other control characters, which would end a code span or begin a block; and halves of characters.
_CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff]+")
# Characters that nobody sees and that turn the direction of what follows.
_UNSEEN = re.compile(r"[\u00ad\u061c\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]")
# What Markdown, GitHub's tables and struck text, formulas and HTML are made of.
_MARKS = re.compile(r"[\\`*_{}\[\]<>~$|&]")
# What is a heading, a list or a rule at the beginning of a line only.
_BEGIN = re.compile(r"(?<=^)\s*([#+\-=]|\d+[.)])")
# What becomes a coloured text, an icon, an emoji or a link after Markdown was read, where no backslash helps: a name behind a
# colon, an address and a mail address. A blank that nobody sees parts them.
_PARTED = re.compile(r"(?i)(?<!\d):(?=\d)|:(?=[a-z_/+-])|www(?=\.)|@")
_ZERO = "\u200b"
# A spreadsheet takes a text that begins so for a formula, also in the wide letters of East Asia.
_FORMULA = re.compile(r"[=+\-@\t\n＝＋－＠]")
_NUMBER = re.compile(r"[-+]?\d[\d.,]*( ?%)?")


def line(text: str, longest: int | None = None) -> str:
    """Give a text on one line, without control characters and without those that nobody sees.

    Args:
        longest: where it is cut; never where it is None.
    """
    plain = _UNSEEN.sub("", _CONTROL.sub(" ", text)).strip()
    return plain if longest is None or len(plain) <= longest else plain[: longest - 1] + "…"


def code(text: str) -> str:
    """Give a text as a code span of Markdown, short and on one line, so that nothing in it is read as Markdown."""
    return f"`{line(text.replace('`', ''), LONGEST) or '(empty)'}`"


def markdown(text: str) -> str:
    """Give Markdown that shows a text as it is, on one line: for titles, labels, sentences and cells of a table."""
    plain = _MARKS.sub(r"\\\g<0>", line(text))
    plain = _BEGIN.sub(lambda found: f"{found[0][:-1]}\\{found[0][-1]}", plain)
    return _PARTED.sub(rf"\g<0>{_ZERO}", plain)


def cell(text: str) -> str:
    """Give a text as a cell of a CSV file that no spreadsheet takes for a formula: an apostrophe stands before such a text.

    Numbers keep their sign, and a cell of signs alone stays as printed: ``=/↓`` has no letter or digit to compute with. Every
    line ends alike, because an old kind of line end is written without quotes and begins a row of its own.
    """
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    signs = not any(character.isalnum() for character in text) and "\n" not in text
    return f"'{text}" if _FORMULA.match(text) and not signs and not _NUMBER.fullmatch(text) else text


def cells(rows: pd.DataFrame) -> pd.DataFrame:
    """Give rows with each text as :func:`cell` gives it; numbers, and whatever else is no text, stay as they are."""
    return rows.apply(lambda column: column.map(lambda value: cell(value) if isinstance(value, str) else value))
