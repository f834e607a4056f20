"""Writes the class page, unless it is there already and says the same."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import asdict
from pathlib import Path

from autograder.files import digest, holds, write_whole
from autograder.models import Grade, Unit
from autograder.pipeline.keys import grader_version
from autograder.pipeline.lock import private_folder

Written = tuple[tuple[Path, ...], tuple[str, ...]]  # the files, and what went wrong


def report(grades: Sequence[Grade], unit: Unit, workspace: Path) -> Written:
    """Write the report on a unit, or find that it is there.

    Drawing it takes a second or two, most of that for imports. So a stamp says which grades the
    files on the disk are about.
    """
    ordered = sorted(grades, key=lambda grade: grade.student)
    about = json.dumps([grader_version(), asdict(unit), [asdict(g) for g in ordered]], default=str)
    key = hashlib.sha256(about.encode("utf-8", "backslashreplace")).hexdigest()
    stamp = private_folder(workspace) / f"report-{unit.id.replace('/', '--')}.json"
    if there := _there(stamp, key):
        return there, ()
    from autograder.report import write_report

    try:
        pages = write_report(ordered, unit, workspace / "report")
        files = {str(page): digest(page.read_bytes()) for page in pages}
        write_whole(stamp, json.dumps({"key": key, "files": files}).encode())
    except (OSError, ValueError) as error:
        return (), (f"The report on {unit.id} could not be written: {error}.",)
    return tuple(pages), ()


def _there(stamp: Path, key: str) -> tuple[Path, ...]:
    """The files of the report, if they are those that the stamp tells of."""
    with suppress(OSError, ValueError, KeyError, TypeError, AttributeError):
        found = json.loads(stamp.read_bytes())
        files = {Path(name): content for name, content in found["files"].items()}
        if found["key"] == key and all(holds(path, content) for path, content in files.items()):
            return tuple(files)
    return ()
