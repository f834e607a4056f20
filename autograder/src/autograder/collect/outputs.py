"""Leaves the outputs out of a notebook file while it is read, however large they are.

Outputs of a hundred megabytes then cost a second and no memory. What is kept is still the
student's file: cells, sources, metadata, attachments.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

MOST_TOKENS = 10_000_000  # strings and brackets in outputs; 100 MiB of text lines have 1.5 million
_TAIL = 256  # bytes in which the start of a key may hide until the next chunk is there
_KEY = re.compile(rb'"(?:outputs|widgets)"[ \t\r\n]*+:[ \t\r\n]*+([\[{])')
# A string that does not end in this chunk runs to its end.
_TOKEN = re.compile(rb'"[^"\\]*+(?:\\.[^"\\]*+)*+("|\\?\Z)|[\[\]{}]', re.DOTALL)


class TooLarge(Exception):
    """The file is over the bounds even without its outputs."""


class _Sieve:
    """Takes a file in chunks and keeps what is no output."""

    def __init__(self, room: int) -> None:
        self.kept = bytearray()
        self.room = room
        self.depth = 0  # brackets open in an output; 0: not in one
        self.tokens = 0

    def take(self, data: bytes, *, last: bool = False) -> bytes:
        """Work through a chunk; what is to be seen again before the next one comes back."""
        at = 0
        while True:
            if self.depth:
                at, rest = self._skip(data, at)
                if self.depth:
                    return rest
            key = _KEY.search(data, at)
            if key is None:
                end = len(data) if last else max(at, len(data) - _TAIL)
                self._keep(data[at:end])
                return data[end:]
            self._keep(data[at : key.end()])
            self.depth, at = 1, key.end()

    def _keep(self, data: bytes) -> None:
        self.kept += data
        if len(self.kept) > self.room:
            raise TooLarge

    def _skip(self, data: bytes, at: int) -> tuple[int, bytes]:
        """Go to the end of an output: the place after it, or of a string still open its start."""
        for token in _TOKEN.finditer(data, at):
            sign = token[0]
            if sign in b"[{":
                self.depth += 1
            elif sign in b"]}":
                self.depth -= 1
                if not self.depth:
                    self._keep(sign)
                    return token.end(), b""
            elif token[1] != b'"':
                return len(data), b'"' + token[1]
            self.tokens += 1
            if self.tokens > MOST_TOKENS:
                raise TooLarge
        return len(data), b""


def without_outputs(chunks: Iterable[bytes], room: int) -> bytes:
    """The bytes of a notebook file with every list of outputs empty.

    Args:
        chunks: the file's bytes.
        room: how many bytes of the rest are taken.

    Raises:
        TooLarge: the rest has more, or the outputs have too many parts.
    """
    sieve = _Sieve(room)
    rest = b""
    for chunk in chunks:
        rest = sieve.take(rest + chunk, last=False)
    sieve.take(rest, last=True)
    return bytes(sieve.kept)
