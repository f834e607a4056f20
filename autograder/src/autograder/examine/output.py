"""What the candidate prints and warns: kept in order, sent with every frame, capped.

In a frame it is a list of [stream, text], and [category, text] for a warning, whose category is
the name of a built-in one. In the examiner it goes to `sys.stdout` and `warnings` as if the test
had printed it, so `redirect_stdout` and `catch_warnings` work in a test.
"""

from __future__ import annotations

import builtins
import io
import sys
import warnings
from typing import Any

from .faults import Forbidden, TooMuchOutput

MAX_PIECES = 10_000


class Buffer:
    """Everything printed since the last frame, of both streams, in order."""

    def __init__(self, limit: int) -> None:
        self._pieces: list[list[str]] = []
        self._left = limit

    def add(self, stream: str, text: str) -> None:
        """Take a piece of output. Raises TooMuchOutput over the limit."""
        self._left -= len(text)
        if self._left < 0:
            raise TooMuchOutput
        if self._pieces and self._pieces[-1][0] == stream and stream.startswith("std"):
            self._pieces[-1][1] += text
        elif len(self._pieces) < MAX_PIECES:
            self._pieces.append([stream, text])

    @property
    def room(self) -> int:
        """How many more characters may come."""
        return self._left

    def allow(self, limit: int) -> None:
        """From now on, this many characters."""
        self._left = limit

    def drain(self) -> list[list[str]]:
        """What came since the last call."""
        pieces, self._pieces = self._pieces, []
        return pieces


class Stream(io.TextIOBase):
    """A standard stream of the candidate. Closing it does nothing: later prints still work."""

    def __init__(self, buffer: Buffer, name: str) -> None:
        self._buffer = buffer
        self._name = name

    encoding = "utf-8"

    def writable(self) -> bool:
        return True

    def write(self, text: str) -> int:
        self._buffer.add(self._name, str(text))
        return len(text)

    def close(self) -> None:
        pass


def redirect(buffer: Buffer) -> None:
    """Send this process's prints and warnings into the buffer."""
    for name in ("stdout", "stderr"):
        for alias in (name, f"__{name}__"):
            setattr(sys, alias, Stream(buffer, name))

    def show(
        message: Warning | str, category: type[Warning], filename: str, lineno: int, *rest: Any
    ) -> None:
        known = next(base for base in category.__mro__ if hasattr(builtins, base.__name__))
        buffer.add(known.__name__, str(message)[:2000])

    warnings.resetwarnings()  # then as Python starts
    for ignored in (DeprecationWarning, PendingDeprecationWarning, ImportWarning, ResourceWarning):
        warnings.simplefilter("ignore", ignored)
    warnings.filterwarnings("default", category=DeprecationWarning, module="__main__")
    warnings.showwarning = show  # type: ignore[assignment]  # file and line are not used


def replay(pieces: Any) -> int:
    """Print and warn here what the candidate did; how many characters that was.

    Raises:
        Forbidden: it is no output.
    """
    if type(pieces) is not list or len(pieces) > MAX_PIECES + 1:
        raise Forbidden("it sent a message of the wrong form")
    size = 0
    for piece in pieces:
        if type(piece) is not list or [type(part) for part in piece] != [str, str]:
            raise Forbidden("it sent a message of the wrong form")
        stream, text = piece
        size += len(text)
        if stream == "stdout" or stream == "stderr":
            getattr(sys, stream).write(text)
            continue
        category = getattr(builtins, stream, None)
        if not (isinstance(category, type) and issubclass(category, Warning)):
            raise Forbidden("it sent a warning that is none")
        warnings.warn(text, category, stacklevel=2)
    return size
