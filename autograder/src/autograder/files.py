"""Files that are there complete or not at all: whoever looks sees the old one or the new one."""

from __future__ import annotations

import hashlib
from contextlib import suppress
from pathlib import Path


def write_whole(path: Path, data: bytes) -> None:
    """Write a file under another name, then rename it.

    The other name is always the same, so what a killed run leaves is overwritten by the next.

    Raises:
        OSError: it cannot be written; an older file of this name is unchanged.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    beginning = unfinished(path)
    try:
        beginning.unlink(missing_ok=True)
        with beginning.open("xb") as file:  # a link of this name would lead elsewhere
            file.write(data)
        beginning.replace(path)
    except BaseException:
        beginning.unlink(missing_ok=True)
        raise


def holds(path: Path, content: str) -> bool:
    """Whether a file has the content of this digest; what a killed run left beside it goes.

    That run may have begun to write the same content again, or one that nobody wants any more.
    """
    with suppress(OSError):
        if digest(path.read_bytes()) == content:
            unfinished(path).unlink(missing_ok=True)
            return True
    return False


def unfinished(path: Path) -> Path:
    """The name of a file before it is complete."""
    return path.with_name(f".{path.name}.new")


def digest(data: bytes) -> str:
    """A name for a content."""
    return hashlib.sha256(data).hexdigest()
