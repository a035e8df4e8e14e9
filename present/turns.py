"""Whose turn it is to have a file made: few at once, because each takes a core for seconds; the others wait in their order."""

import os
from collections import deque
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from threading import Condition

# How often a waiting reader is told of a place, in seconds, and how many may wait.
TOLD_EVERY = 1.0
LONGEST = 20


class FullError(RuntimeError):
    """More wait than ever get their turn; the message says what to do."""


class Turns:
    """A line of those who wait for one of few places."""

    def __init__(self, at_once: int, longest: int = LONGEST) -> None:
        """Let so many have their turn at once, and so many wait."""
        self._at_once, self._longest = at_once, longest
        self._line: deque[object] = deque()
        self._moved = Condition()

    def _ahead(self, ticket: object) -> int:
        return max(0, self._line.index(ticket) - self._at_once + 1)

    @contextmanager
    def turn(self, waiting: Callable[[int], object] = lambda place: None) -> Iterator[None]:
        """Wait for a turn and hold it until the block ends.

        Args:
            waiting: is called with the place in the line, 1 for who is next, once a second; what it raises ends the wait.

        Raises:
            FullError: too many wait already.
        """
        ticket = object()
        with self._moved:
            if len(self._line) >= self._at_once + self._longest:
                raise FullError(f"{self._longest} files are waited for already. Try again in a minute.")
            self._line.append(ticket)
        try:
            while place := self._ahead(ticket):
                waiting(place)
                with self._moved:
                    self._moved.wait_for(lambda: self._ahead(ticket) == 0, TOLD_EVERY)
            yield
        finally:
            with self._moved:
                self._line.remove(ticket)
                self._moved.notify_all()


# One core of two stays free for those who only read.
TURNS = Turns(max(1, (os.cpu_count() or 2) // 2))
# Single pictures, which take a second at most.
PICTURES = Turns(1)
