"""Compare the texts of two pages: those that stand on both are equal wherever they stand, the others are paired by likeness."""

import re
from collections import Counter
from difflib import SequenceMatcher
from functools import lru_cache

from bench.walk.seen import Text
from bench.walk.tally import Tally, numbers

# A part of a caption that explains marks. Only marks that are drawn need one, so it may come and go.
MARK = re.compile(
    r"(?i)\b(solid|pale|dashed|dotted|faint|hollow|filled|open circle|points?|bars?|lines?|box|arrows?|circles?|squares?|"
    r"diamond|triangle|ring|blue|purple|green|orange|grey|shaded|darker|marks?)\b"
)
ALIKE = 0.5


def compare(tally: Tally, where: str, before: list[Text], after: list[Text]) -> None:
    """Compare all texts of two pages."""
    old, new = [], []
    for what, start, end, from_, to in SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        if what == "equal":
            tally.equal += sum(numbers(text.text).total() for text in before[start:end])
        else:
            old += before[start:end]
            new += after[from_:to]
    for text in list(old):
        if twin := next((other for other in new if other.text == text.text), None):
            old.remove(text)
            new.remove(twin)
            tally.equal += numbers(text.text).total()
            tally.note("moved", where, f"{text.kind} → {twin.kind}: “{text.text[:100]}”")
    likeness = {(text, other): _likeness(text, other) for text in old for other in new}
    for text, other in sorted(likeness, key=lambda both: -likeness[both]):
        if likeness[text, other] >= ALIKE and text in old and other in new:
            old.remove(text)
            new.remove(other)
            pair(tally, where, text, other)
    for text in old:
        pair(tally, where, text, Text(text.kind, ""))
    for text in new:
        pair(tally, where, Text(text.kind, ""), text)


@lru_cache(maxsize=100_000)
def _likeness(text: Text, other: Text) -> float:
    return SequenceMatcher(None, text.text, other.text).ratio() + (0.25 if text.kind == other.kind else 0)


def pair(tally: Tally, where: str, before: Text, after: Text) -> None:
    """Compare two texts that belong together; an empty one stands for a text that is not there."""
    told = f"{before.kind}: “{before.text}” → “{after.text}”"
    if "caption" not in (before.kind, after.kind):
        if tally.compare(where, before.text, after.text, told) and before.text != after.text:
            tally.note("words", where, told)
        return
    old, new = (Counter(re.split(r"(?<=[.;:!?])\s+", text.text)) for text in (before, after))
    tally.equal += numbers(" ".join((old & new).elements())).total()
    left, right = (
        " ".join(part for part in (own - shared).elements() if not MARK.search(part))
        for own, shared in [(old, new), (new, old)]
    )
    if tally.compare(where, left, right, told):
        tally.note("captions", where, told)
