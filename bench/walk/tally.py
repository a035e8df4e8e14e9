"""What a comparison counts: numbers that are equal or differ, and, apart from them, what differs in words or in place only."""

import re
from collections import Counter
from dataclasses import dataclass, field

NUMBER = re.compile(r"\d+(?:\.\d+)?")


@dataclass
class Tally:
    """The counts of one page. All but ``settings`` and ``equal`` count differences, and ``told`` says which they are."""

    settings: int = 0
    equal: int = 0
    different: int = 0
    words: int = 0
    captions: int = 0
    moved: int = 0
    columns: int = 0
    told: dict[str, dict[str, str]] = field(default_factory=dict)

    def note(self, kind: str, where: str, what: str, times: int = 1) -> None:
        """Count a difference of a kind, and keep what it is with the first setting that shows it."""
        setattr(self, kind, getattr(self, kind) + times)
        self.told.setdefault(kind, {}).setdefault(what, where)

    def compare(self, where: str, before: str, after: str, what: str) -> bool:
        """Count the numbers that two texts share and those that one lacks; tell whether all are the same."""
        old, new = numbers(before), numbers(after)
        self.equal += (old & new).total()
        if lacking := max((old - new).total(), (new - old).total()):
            self.note("different", where, what, lacking)
        return not lacking


def numbers(text: str) -> Counter[str]:
    """Give the numbers in a text."""
    return Counter(f"{float(number):g}" for number in NUMBER.findall(text))
