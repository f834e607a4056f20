"""Verdicts of earlier runs, by what they depend on: a folder of small files that are checked.

A file is named by the cells' key (see keys) and holds what those cells showed and the verdicts on
them, each with its test's key. Workers read; only the parent writes. A file that is damaged, of
another form or missing only costs time: the submission is judged again.
"""

from __future__ import annotations

import hashlib
import json
import zlib
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from autograder.files import write_whole
from autograder.models import Outcome, Verdict

MOST_BYTES = 256 * 2**20  # of all files together; then the oldest quarter goes
MOST_UNPACKED = 64 * 2**20

# A busy machine can cause these. They are believed when a second run has found the same.
UNSURE = frozenset({Outcome.TIMED_OUT, Outcome.OUT_OF_MEMORY, Outcome.DIED})
ENOUGH = 2


@dataclass(frozen=True)
class Judged:
    """A verdict as it is remembered."""

    key: str  # the test's
    verdict: Verdict
    outputs: list[Any]  # as the graded notebook shows them below the test
    times: int = 1  # how many runs in a row have found this

    @property
    def sure(self) -> bool:
        return self.verdict.outcome not in UNSURE or self.times >= ENOUGH


@dataclass(frozen=True)
class Remembered:
    """What is known of one set of cells."""

    sandbox: str  # the level of isolation it was examined at, in words
    outputs: Mapping[str, list[Any]]  # of the cells that are no tests, by name
    judged: Mapping[str, Judged]  # by grade id


NOTHING = Remembered("", {}, {})


def cache_folder(workspace: Path) -> Path:
    """Where a workspace keeps its cache."""
    return workspace / ".autograder" / "cache"


def recall(folder: Path | None, key: str) -> Remembered:
    """What is remembered under a key; NOTHING where that is nothing, or damaged."""
    if folder is None:
        return NOTHING
    try:
        digest, packed = _place(folder, key).read_bytes().split(b"\n", 1)
        if hashlib.sha256(packed).hexdigest().encode() != digest:
            return NOTHING
        unpacked = zlib.decompressobj().decompress(packed, MOST_UNPACKED)
        return _remembered(json.loads(unpacked))
    except (OSError, ValueError, KeyError, TypeError, AttributeError, zlib.error):
        return NOTHING


def packed(remembered: Remembered) -> bytes:
    """The bytes of a file."""
    plain = json.dumps(asdict(remembered), sort_keys=True).encode()
    body = zlib.compress(plain, 1)
    return hashlib.sha256(body).hexdigest().encode() + b"\n" + body


def store(folder: Path, key: str, data: bytes) -> None:
    """Keep a file. A cache that cannot be written is no cache, and no failure either."""
    with suppress(OSError):
        path = _place(folder, key)
        path.parent.mkdir(parents=True, exist_ok=True)
        write_whole(path, data)


def prune(folder: Path, most_bytes: int = MOST_BYTES) -> None:
    """Delete the files written longest ago when all together have grown too large."""
    with suppress(OSError):
        found = [(path.stat(), path) for path in folder.glob("??/*")]
        size = sum(status.st_size for status, _ in found)
        if size <= most_bytes:
            return
        for status, path in sorted(found, key=lambda item: item[0].st_mtime_ns):
            path.unlink(missing_ok=True)
            size -= status.st_size
            if size <= most_bytes * 3 // 4:
                return


def _place(folder: Path, key: str) -> Path:
    return folder / key[:2] / key[2:]


def _remembered(plain: dict[str, Any]) -> Remembered:
    judged = {
        name: Judged(
            key=found["key"],
            verdict=Verdict(**found["verdict"] | {"outcome": Outcome(found["verdict"]["outcome"])}),
            outputs=list(found["outputs"]),
            times=int(found["times"]),
        )
        for name, found in plain["judged"].items()
    }
    return Remembered(str(plain["sandbox"]), dict(plain["outputs"]), judged)
