"""Collects from nbgrader's tree: submitted/<student>/<assignment>/<notebook>.ipynb."""

from __future__ import annotations

import os
from datetime import UTC, datetime
from pathlib import Path

from autograder.collect.archive import is_archive, notebook_in
from autograder.collect.beside import read_beside
from autograder.collect.found import CollectError, Found, Place
from autograder.collect.naming import choose, is_like, notebooks_in
from autograder.collect.reading import MAX_BYTES, Read, Unusable, read_file, read_notebook
from autograder.models import Submission, assignment_of, notebook_of

MOST_NAMED = 5  # file names in a sentence


def find_submitted(workspace: Path, unit: str, student: str | None = None) -> list[Place]:
    """Where every student's (or one's) files for a unit lie, ordered by student.

    A student without a folder for the unit handed nothing in and is not listed.

    Raises:
        CollectError: there is no submitted/ folder, or it cannot be read.
    """
    tree = workspace / "submitted"
    inside = Path(assignment_of(unit))
    try:
        students = sorted(
            entry.name
            for entry in os.scandir(tree)
            if not entry.name.startswith(".") and (entry.is_symlink() or entry.is_dir())
        )
    except FileNotFoundError:
        where = tree / "<student>" / inside / f"{notebook_of(unit)}.ipynb"
        raise CollectError(
            f"There is no folder {tree}. Put the submissions in {where}, let `autograder collect` "
            "do it, or name their place with --workspace."
        ) from None
    except OSError as error:
        raise CollectError(f"{tree} cannot be read: {error}.") from None
    return [
        Place(_student_id(name), unit, tree / name / inside / f"{notebook_of(unit)}.ipynb")
        for name in students
        if student in (None, _student_id(name)) and os.path.lexists(tree / name / inside)
    ]


def collect_submitted(workspace: Path, unit: str, student: str | None = None) -> list[Found]:
    """What every student (or one) handed in for a unit, all of it read.

    Raises:
        CollectError: there is no submitted/ folder, or it cannot be read.
    """
    return [read(place) for place in find_submitted(workspace, unit, student)]


def _student_id(name: str) -> str:
    """A folder's name as a student id: any text; bytes that are no text become \\xNN."""
    return os.fsencode(name).decode("utf-8", "backslashreplace")


def read(place: Place) -> Found:
    """One student's file, or why there is none that can be used. Nothing in it raises."""
    folder = place.path.parent
    try:
        if folder.parent.is_symlink() or folder.is_symlink() or not folder.is_dir():
            raise Unusable(f"The folder {folder.name} is a link or a file, not a folder.")
        path, notes = _find(place)
        file = read_notebook(path)
        file, unpacked = _unpacked(file, place)
    except Unusable as error:
        return Found(Submission(place.student, place.unit, place.path, b""), problem=str(error))
    except OSError as error:
        where = f"{place.student}/{folder.name}/{place.path.name}"
        nothing = Submission(place.student, place.unit, place.path, b"")
        return Found(nothing, problem=f"{where} cannot be read: {error.strerror}.", ours=True)
    if file.size > MAX_BYTES:
        notes += (f"The file has {file.size // 2**20} MiB; its outputs were not read.",)
    received_at = _timestamp(folder / "timestamp.txt")
    submission = Submission(
        student=place.student,
        unit=place.unit,
        path=path,
        data=file.data,
        submitted_at=received_at or file.changed_at,
        files=read_beside(folder),
        notes=notes + unpacked,
    )
    return Found(submission, received_at=received_at)


def _find(place: Place) -> tuple[Path, tuple[str, ...]]:
    """The file to read, and a sentence where it is not simply the one with the right name.

    Raises:
        Unusable: there is none.
    """
    folder, name = place.path.parent, place.path.stem
    alone = "/" not in place.unit
    others = [path for path in notebooks_in(folder) if path != place.path]
    if os.path.lexists(place.path):
        near = [path.name for path in others if path.parent == folder]
        twins = [twin for twin in near if is_like(twin, name, alone=alone)]
        if not twins:
            return place.path, ()
        return place.path, (f"The folder also holds {_some(twins)}; {name}.ipynb was graded.",)
    path, why = choose(others, name, alone=alone)
    if path is None:
        names = [other.name for other in others]
        hint = f" The folder holds {_some(names)}: is one of them it, renamed?" if names else ""
        raise Unusable(f"There is no file {place.path.name}.{hint}")
    return path, (why,)


def _unpacked(file: Read, place: Place) -> tuple[Read, tuple[str, ...]]:
    """The notebook in a zip file that was handed in under the notebook's name.

    Raises:
        Unusable: there is none in it.
    """
    if not is_archive(file.data):
        return file, ()
    data, name = notebook_in(file.data, place.path.stem)
    said = f"The file was a zip archive; the notebook {name} in it was graded."
    return Read(data, file.changed_at, len(data)), (said,)


def _some(names: list[str]) -> str:
    rest = f" and {len(names) - MOST_NAMED} more" if len(names) > MOST_NAMED else ""
    return ", ".join(sorted(names)[:MOST_NAMED]) + rest


def _timestamp(path: Path) -> datetime | None:
    """When nbgrader says that it received the submission; None where it does not say.

    nbgrader writes e.g. "2027-03-01 12:30:00.000000 UTC".
    """
    try:
        words = read_file(path, max_bytes=200).data.decode("ascii").strip()
    except (Unusable, OSError, ValueError):
        return None
    return parse_moment(words)


def parse_moment(words: str) -> datetime | None:
    """A moment as nbgrader writes it; None where it is none."""
    try:
        moment = datetime.fromisoformat(words.removesuffix(" UTC"))
    except ValueError:
        return None
    return moment.replace(tzinfo=UTC) if moment.tzinfo is None else moment.astimezone(UTC)
