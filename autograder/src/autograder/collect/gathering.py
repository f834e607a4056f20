"""Fills submitted/ from an exchange, an archive of a learning management system or loose files."""

from __future__ import annotations

import os
import re
from collections.abc import Mapping, Sequence
from contextlib import ExitStack
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Literal

from autograder.collect.archive import is_archive, notebook_in
from autograder.collect.found import Place
from autograder.collect.naming import is_like
from autograder.collect.reading import Unusable
from autograder.collect.sources import Candidate, candidates
from autograder.collect.submitted import read
from autograder.collect.whose import Whose, folder_name, told_apart, unwrapped, whose
from autograder.files import write_whole
from autograder.models import assignment_of, notebook_of

Fate = Literal["taken", "replaced", "already there", "left", "refused"]
HONEST = timedelta(minutes=5)  # by which a student's clock may be wrong
_IDS = re.compile(rb'"(?:grade_id|id)"\s*:\s*"([^"\\]{1,100})"')


@dataclass(frozen=True)
class Line:
    """What became of one file."""

    student: str
    file: str
    fate: Fate
    why: str = ""
    came_at: datetime | None = None


@dataclass(frozen=True)
class _Offer:
    """A file that can be taken."""

    student: str
    file: str
    data: bytes
    came_at: datetime | None
    stamp: datetime | None  # for timestamp.txt
    why: str = ""


def gather(
    source: Path, unit: str, workspace: Path, ids: Mapping[str, frozenset[str]]
) -> list[Line]:
    """Put each student's newest notebook of a unit into submitted/; tell of every file.

    Args:
        source: a folder (nbgrader's inbound, or any), a zip archive or one notebook.
        unit: the unit to collect.
        workspace: the folder with submitted/.
        ids: for each unit of the course the grade ids of its answers and tests.

    Raises:
        CollectError: there is nothing to collect from.
    """
    lines: list[Line] = []
    best: dict[str, _Offer] = {}
    with ExitStack() as stack:
        found = candidates(source, stack)
        names = unwrapped([candidate.parts for candidate in found], notebook_of(unit))
        owners = [whose(parts, assignment_of(unit), notebook_of(unit)) for parts in names]
        for candidate, owner in zip(found, told_apart(owners), strict=True):
            offer = _judge(candidate, owner, unit, ids)
            if isinstance(offer, Line):
                lines.append(offer)
                continue
            older = best.get(offer.student)
            if older and _age(older) > _age(offer):
                older, offer = offer, older
            if older:
                why = f"{offer.file} is newer"
                lines.append(Line(older.student, older.file, "left", why, older.came_at))
            best[offer.student] = offer
    lines += [_put(offer, unit, workspace) for offer in best.values()]
    return sorted(lines, key=lambda line: (line.fate == "refused", line.student, line.file))


def _age(offer: _Offer) -> tuple[datetime, str]:
    return offer.came_at or datetime.min.replace(tzinfo=UTC), offer.file


def _judge(
    candidate: Candidate, owner: Whose, unit: str, ids: Mapping[str, frozenset[str]]
) -> _Offer | Line:
    """Whether a file is this unit's and somebody's, and can be read."""
    file = "/".join(candidate.parts)
    line = Line(owner.student, file, "refused", candidate.refused, candidate.came_at)
    if candidate.refused:
        return line
    if owner.other:
        return replace(line, why=f"it was handed in for {owner.other}")
    student = folder_name(owner.student)
    if not student:
        hint = "nothing says whose it is: put it into a folder with the student's name"
        return replace(line, why=hint)
    try:
        data = candidate.load()
        if is_archive(data):
            data, _ = notebook_in(data, notebook_of(unit))
    except Unusable as error:
        return replace(line, why=str(error))
    except OSError as error:
        return replace(line, why=f"it cannot be read: {error.strerror}")
    if foreign := _foreign(data, owner.file, unit, ids):
        return replace(line, student=student, why=foreign)
    came_at, why = _moment(candidate, owner)
    return _Offer(student, file, data, came_at, came_at if owner.stamp else None, why)


def _foreign(data: bytes, file: str, unit: str, ids: Mapping[str, frozenset[str]]) -> str:
    """Why a notebook is not this unit's; "" where it is."""
    inside = {name.decode("utf-8", "replace") for name in _IDS.findall(data)}
    shared = {other: len(inside & known) for other, known in ids.items()}
    mine = shared.get(unit, 0)
    other = max(shared, key=lambda name: shared[name], default=unit)
    if mine < shared.get(other, 0):
        return f"its cells are those of {other}"
    if mine or is_like(file, notebook_of(unit), alone=True):
        return ""
    return f"neither its name nor its cells are those of {unit}"


def _moment(candidate: Candidate, owner: Whose) -> tuple[datetime | None, str]:
    """When it came. A folder's name is the student's to choose; this machine's clock is not."""
    stamp, written_at = owner.stamp, candidate.written_at
    if stamp is None:
        return candidate.came_at, ""
    if written_at is None or written_at - stamp < HONEST:
        return stamp, ""
    return written_at, f"its name says {stamp:%Y-%m-%d %H:%M} UTC, the disk says later: that counts"


def _put(offer: _Offer, unit: str, workspace: Path) -> Line:
    """Write a file into submitted/, unless what is there is newer."""
    line = Line(offer.student, offer.file, "taken", offer.why, offer.came_at)
    folder = workspace / "submitted" / offer.student / assignment_of(unit)
    path = folder / f"{notebook_of(unit)}.ipynb"
    if os.path.lexists(folder):
        there = read(Place(offer.student, unit, path)).submission
        if there.data == offer.data:
            return replace(line, fate="already there")
        if there.data and offer.came_at and there.submitted_at:
            if there.submitted_at > offer.came_at:
                return replace(line, fate="left", why="what is in submitted/ is newer")
            line = replace(line, fate="replaced")
    try:
        _write(path, offer)
    except OSError as error:
        return replace(line, fate="refused", why=f"{path} cannot be written: {error.strerror}")
    return line


def _write(path: Path, offer: _Offer) -> None:
    """Both files whole or not at all; the moment is written first, so that none is too early."""
    for folder in (path.parent.parent, path.parent):
        if folder.is_symlink():
            raise OSError(0, "a folder of it is a link")
    stamp = path.parent / "timestamp.txt"
    if offer.stamp:
        write_whole(stamp, f"{offer.stamp.astimezone(UTC):%Y-%m-%d %H:%M:%S.%f} UTC\n".encode())
    else:
        stamp.unlink(missing_ok=True)
    write_whole(path, offer.data)
    if offer.came_at:
        os.utime(path, (offer.came_at.timestamp(),) * 2)


def summary(lines: Sequence[Line]) -> dict[Fate, int]:
    """How many files had each fate."""
    fates: dict[Fate, int] = {}
    for line in lines:
        fates[line.fate] = fates.get(line.fate, 0) + 1
    return fates
