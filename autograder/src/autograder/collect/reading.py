"""Reads a student's file without being led elsewhere: no symlinks, no pipes, no endless files."""

from __future__ import annotations

import os
import stat
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

MAX_BYTES = 50 * 2**20  # a notebook with many figures has about 5 MiB


class Unusable(Exception):
    """The student's file cannot be graded; the sentence is for the student."""


@dataclass(frozen=True)
class Read:
    """A file's bytes and when they were last changed."""

    data: bytes
    changed_at: datetime


def read_file(path: Path, max_bytes: int = MAX_BYTES) -> Read:
    """Read a regular file of at most `max_bytes`.

    Raises:
        Unusable: it is missing, a link, a folder, a pipe or too large.
        OSError: this machine cannot read it.
    """
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
            data = file.read(max_bytes + 1)
    finally:
        os.close(handle)
    if len(data) > max_bytes:
        raise Unusable(
            f"{path.name} is larger than {max_bytes // 2**20} MiB. Clear its outputs "
            "(Edit, Clear Outputs of All Cells) and hand it in again."
        )
    return Read(data, datetime.fromtimestamp(status.st_mtime, UTC))
