"""Reads a student's file without being led elsewhere: no symlinks, no pipes, no endless files."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import IO

from autograder.collect.outputs import TooLarge, without_outputs

MAX_FILE = 256 * 2**20  # on the disk, with all outputs
MAX_BYTES = 20 * 2**20  # without its outputs; a notebook with many pictures has about 5 MiB
SMALL = 2**18  # bytes that are read as they are
CHUNK = 2**20


class Unusable(Exception):
    """The student's file cannot be graded; the sentence is for the student."""


@dataclass(frozen=True)
class Read:
    """A file's bytes and when they were last changed."""

    data: bytes
    changed_at: datetime
    size: int  # on the disk


def read_file(path: Path, max_bytes: int = MAX_BYTES) -> Read:
    """All of a regular file of at most `max_bytes`.

    Raises:
        Unusable: it is missing, a link, a folder, a pipe or too large.
        OSError: this machine cannot read it.
    """
    with _opened(path) as (file, status):
        data = file.read(max_bytes + 1)
    if len(data) > max_bytes:
        raise Unusable(too_large(path.name, max_bytes))
    return Read(data, datetime.fromtimestamp(status.st_mtime, UTC), status.st_size)


def read_notebook(path: Path) -> Read:
    """A regular file, a notebook's outputs left out where there are many.

    Raises:
        Unusable: it is missing, a link, a folder, a pipe or too large.
        OSError: this machine cannot read it.
    """
    with _opened(path) as (file, status):
        try:
            data = read_bounded(file)
        except TooLarge:
            raise Unusable(too_large(path.name, MAX_BYTES)) from None
    return Read(data, datetime.fromtimestamp(status.st_mtime, UTC), status.st_size)


@contextmanager
def _opened(path: Path) -> Iterator[tuple[IO[bytes], os.stat_result]]:
    try:
        # O_NONBLOCK: opening a pipe must not wait for a writer.
        handle = os.open(path, os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK | os.O_CLOEXEC)
    except FileNotFoundError:
        raise Unusable(f"There is no file {path.name}.") from None
    except OSError:
        if path.is_symlink():
            raise Unusable(f"{path.name} is a link to another file, not a notebook.") from None
        raise
    try:
        status = os.fstat(handle)
        if stat.S_ISDIR(status.st_mode):
            raise Unusable(f"{path.name} is a folder, not a notebook.")
        if not stat.S_ISREG(status.st_mode):
            raise Unusable(f"{path.name} is not a regular file.")
        with open(handle, "rb", closefd=False) as file:
            yield file, status
    finally:
        os.close(handle)


def read_bounded(file: IO[bytes]) -> bytes:
    """All of a small file; of a larger one all but a notebook's outputs.

    Raises:
        TooLarge: it has more than `MAX_BYTES`, or `MAX_FILE` with its outputs.
    """
    start = file.read(SMALL + 1)
    return start if len(start) <= SMALL else without_outputs(_chunks(start, file), MAX_BYTES)


def _chunks(start: bytes, file: IO[bytes]) -> Iterator[bytes]:
    size = len(start)
    yield start
    while chunk := file.read(CHUNK):
        size += len(chunk)
        if size > MAX_FILE:  # it grows while it is read, or a zip told a smaller size
            raise TooLarge
        yield chunk


def too_large(name: str, most: int) -> str:
    """What to say of a file over the bounds."""
    return (
        f"{name} is larger than {most // 2**20} MiB. Clear its outputs "
        "(Edit, Clear Outputs of All Cells) and hand it in again."
    )
