"""`autograder release`."""

from __future__ import annotations


def release() -> None:
    """Not built yet."""
    raise SystemExit(2)
