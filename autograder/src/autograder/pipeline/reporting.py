"""Writes the class page, unless it is there already and says the same."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import asdict
from pathlib import Path

from autograder.files import digest, holds, write_whole
from autograder.models import Grade, Unit
from autograder.pipeline.keys import grader_version
from autograder.pipeline.lock import private_folder

Draw = Callable[[Sequence[Grade], Unit], Callable[[], dict[str, str]]]  # begins it, and waits
Written = tuple[tuple[Path, ...], tuple[str, ...]]  # the files, and what went wrong


def report(
    grades: Sequence[Grade], unit: Unit, workspace: Path, draw: Draw
) -> Callable[[], Written]:
    """Begin to draw the report on a unit, unless it is there; what is returned writes it.

    Drawing it takes a second or two, most of that for imports. So a stamp says which grades the
    files on the disk are about.
    """
    ordered = sorted(grades, key=lambda grade: grade.student)
    about = json.dumps([grader_version(), asdict(unit), [asdict(g) for g in ordered]], default=str)
    key = hashlib.sha256(about.encode("utf-8", "backslashreplace")).hexdigest()
    stamp = private_folder(workspace) / f"report-{unit.id.replace('/', '--')}.json"
    if there := _there(stamp, key):
        return lambda: (there, ())
    drawn = draw(ordered, unit)

    def write() -> Written:
        try:
            texts = drawn()
            files = {workspace / "report" / unit.id / n: t.encode() for n, t in texts.items()}
            for path, data in files.items():
                write_whole(path, data)
            contents = {str(path): digest(data) for path, data in files.items()}
            write_whole(stamp, json.dumps({"key": key, "files": contents}).encode())
        except (OSError, ValueError) as error:
            return (), (f"The report on {unit.id} could not be written: {error}.",)
        return tuple(files), ()

    return write


def _there(stamp: Path, key: str) -> tuple[Path, ...]:
    """The files of the report, if they are those that the stamp tells of."""
    with suppress(OSError, ValueError, KeyError, TypeError, AttributeError):
        found = json.loads(stamp.read_bytes())
        files = {Path(name): content for name, content in found["files"].items()}
        if found["key"] == key and all(holds(path, content) for path, content in files.items()):
            return tuple(files)
    return ()
