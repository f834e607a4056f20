"""How far a loop has come, in one line on standard output (never standard error).

On a terminal and in a notebook the line is rewritten in place, at most ten times a second; where
output goes to a file, a line appears for each quarter.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Iterable, Iterator, Sized
from typing import TextIO, TypeVar

T = TypeVar("T")
EVERY_S = 0.1
WIDTH = 20


def progress(iterable: Iterable[T], total: int | None = None, label: str = "") -> Iterator[T]:
    """Yield the items of iterable and show how many have gone by.

    Args:
        iterable: anything to loop over; generators stay lazy.
        total: how many items there are, where iterable does not know its length.
        label: a word or two in front.

    Example:
        >>> for epoch in progress(range(100), label="training"):
        ...     learn()
    """
    if total is None and isinstance(iterable, Sized):
        total = len(iterable)
    line = _Line(sys.stdout, label, total)
    done = 0
    try:
        for item in iterable:
            yield item
            done += 1
            if time.monotonic() >= line.next_s:
                line.show(done)
    finally:  # a break or an exception leaves the loop here, too
        line.end(done)


class _Line:
    """The line on the screen. When there is a next time to write it, and what it says."""

    def __init__(self, out: TextIO, label: str, total: int | None) -> None:
        self.out, self.label, self.total = out, label, total
        self.live = _rewrites(out)
        self.start_s = time.monotonic()
        self.next_s = self.start_s + EVERY_S
        self.told = 0  # quarters, or the last number shown
        self.width = 0

    def show(self, done: int) -> None:
        now = time.monotonic()
        self.next_s = now + EVERY_S
        if self.live:
            self._write("\r" + self._padded(self._text(done, now)))
        elif self.total and 4 * done // self.total > self.told:
            self.told = 4 * done // self.total
            self._write(self._text(done, now) + "\n")

    def end(self, done: int) -> None:
        """The last word: how many there were and how long it took."""
        text = self._text(done, time.monotonic(), ended=True)
        self._write(("\r" + self._padded(text) if self.live else text) + "\n")

    def _text(self, done: int, now: float, *, ended: bool = False) -> str:
        spent = now - self.start_s
        front = f"{self.label} " if self.label else ""
        if not self.total:
            return f"{front}{done}, {spent:.1f} s"
        filled = min(WIDTH, WIDTH * done // self.total)
        bar = f"[{'#' * filled}{'.' * (WIDTH - filled)}] {done}/{self.total}"
        if ended or not done:
            return f"{front}{bar}, {spent:.1f} s"
        return f"{front}{bar}, {spent / done * (self.total - done):.0f} s left"

    def _padded(self, text: str) -> str:
        """Blanks after the text, as many as the longer line before needs to vanish."""
        padded = text.ljust(self.width)
        self.width = len(text)
        return padded

    def _write(self, text: str) -> None:
        try:
            self.out.write(text)
            self.out.flush()
        except (OSError, ValueError):  # a closed output is no reason to stop the training
            self.next_s = float("inf")


def _rewrites(out: TextIO) -> bool:
    """Whether a carriage return goes back to the beginning of the line there."""
    if type(out).__module__.startswith("ipykernel"):  # a notebook's
        return True
    return not getattr(out, "closed", False) and bool(getattr(out, "isatty", bool)())
