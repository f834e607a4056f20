"""Collects from nbgrader's tree: submitted/<student>/<unit>/<unit>.ipynb."""

from __future__ import annotations

import os
from datetime import UTC, datetime
from pathlib import Path

from autograder.collect.found import CollectError, Found
from autograder.collect.reading import Unusable, read_file
from autograder.models import Submission


def collect_submitted(workspace: Path, unit: str, student: str | None = None) -> list[Found]:
    """What every student (or one) handed in for a unit, ordered by student.

    A student without a folder for the unit handed nothing in and is not listed; a folder
    without a usable notebook is, with the reason.

    Raises:
        CollectError: there is no submitted/ folder, or it cannot be read.
    """
    tree = workspace / "submitted"
    try:
        students = sorted(
            entry.name
            for entry in os.scandir(tree)
            if not entry.name.startswith(".") and (entry.is_symlink() or entry.is_dir())
        )
    except FileNotFoundError:
        raise CollectError(
            f"There is no folder {tree}. Put the submissions in "
            f"{tree / '<student>' / unit / f'{unit}.ipynb'}, or name their place with --workspace."
        ) from None
    except OSError as error:
        raise CollectError(f"{tree} cannot be read: {error}.") from None
    return [
        _read(tree / name / unit, _student_id(name), unit)
        for name in students
        if student in (None, _student_id(name)) and os.path.lexists(tree / name / unit)
    ]


def _student_id(name: str) -> str:
    """A folder's name as a student id: any text; bytes that are no text become \\xNN."""
    return os.fsencode(name).decode("utf-8", "backslashreplace")


def _read(folder: Path, student: str, unit: str) -> Found:
    """One student's folder of one unit. Nothing in it raises."""
    path = folder / f"{unit}.ipynb"
    nothing = Submission(student, unit, path, b"")
    try:
        if folder.parent.is_symlink() or folder.is_symlink() or not folder.is_dir():
            raise Unusable(f"The folder {folder.name} is a link or a file, not a folder.")
        read = read_file(path)
    except Unusable as error:
        return Found(nothing, problem=f"{error}{_others(folder, path)}")
    except OSError as error:
        where = f"submitted/{student}/{unit}/{path.name}"
        return Found(nothing, problem=f"{where} cannot be read: {error.strerror}.", ours=True)
    received_at = _timestamp(folder / "timestamp.txt")
    submission = Submission(student, unit, path, read.data, received_at or read.changed_at)
    return Found(submission, received_at=received_at)


def _others(folder: Path, path: Path) -> str:
    """A sentence about other notebooks that lie where the unit's should."""
    if os.path.lexists(path) or folder.is_symlink() or not folder.is_dir():
        return ""
    names = sorted(other.name for other in folder.glob("*.ipynb"))
    return f" The folder holds {', '.join(names)}: is one of them it, renamed?" if names else ""


def _timestamp(path: Path) -> datetime | None:
    """When nbgrader says that it received the submission; None where it does not say.

    nbgrader writes e.g. "2027-03-01 12:30:00.000000 UTC".
    """
    try:
        words = read_file(path, max_bytes=200).data.decode("ascii").strip()
        moment = datetime.fromisoformat(words.removesuffix(" UTC"))
    except (Unusable, OSError, ValueError):
        return None
    return moment.replace(tzinfo=UTC) if moment.tzinfo is None else moment.astimezone(UTC)
