"""Numbers in words: intervals, and counts that are certain or possible."""

from typing import Any


def interval(low: float, high: float) -> str:
    """Give a closed interval in words: 17 to 93 is written 17–93, an exact value once."""
    return f"{low:g}" if low == high else f"{low:g}–{high:g}"


def counted(count: Any, possible: bool = True) -> str:
    """Give one row of ``literature/counts`` in words, such as "6 of 81 patients, up to 46".

    Args:
        possible: whether possible matches count; where they do not, they are named as left out.
    """
    text = f"{count.certain} of {count.total} {count.unit}"
    if not count.possible:
        return text
    return f"{text}, up to {count.certain + count.possible}" if possible else f"{text} for certain, {count.possible} possible ones left out"


def bounds(count: Any, possible: bool = True) -> str:
    """Give one row of ``literature/counts`` as a number, or as its bounds: 6, or 6–46."""
    return interval(count.certain, count.certain + (count.possible if possible else 0))


KEY = "Solid: certain. Pale and dashed: possible. Dotted: not reported. Faint grey: excluded. Orange: the child."
