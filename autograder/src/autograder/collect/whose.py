"""Reads from a file's path whose it is, as exchanges and learning management systems write it."""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from autograder.collect.naming import is_like
from autograder.collect.submitted import parse_moment

LONGEST = 200  # bytes of a student's folder; file systems take 255
_EXCHANGE = re.compile(r"(.+)\+([^+]+)\+(\d{4}-\d\d-\d\d \d\d:\d\d:\d\d[^+]*)(?:\+[^+]*)?")
_MOODLE = re.compile(r"(.+)_(\d+)_assignsubmission_file(?:_(.*))?")
_CANVAS = re.compile(r"([^_]+)_(?:LATE_)?(\d+)_\d+_(.+)")
_CLASSROOM = re.compile(r"(.+?) - (.+)")
# Folders around the students', and words that programs add to a copied file's name.
_WRAPPERS = {"submitted", "submissions", "inbound", "downloaded", "archive", "extracted"}
_COPY = re.compile(
    r"\bcopy(?: of)?\b|\bcopy\d+|\(\d+\)|사본|final|최종|\.ipynb(?:\.json|\.txt)?", re.I
)


@dataclass(frozen=True)
class Whose:
    """What a path says. An empty student: nothing."""

    student: str = ""
    number: str = ""  # that tells students of one name apart
    file: str = ""  # the name that the student gave it
    stamp: datetime | None = None  # when it was handed in, as the path says
    other: str = ""  # the assignment that the path names, where it is another one


def whose(parts: Sequence[str], assignment: str, notebook: str) -> Whose:
    """Whose a file is.

    Args:
        parts: its path inside what is collected, wrappers taken away (`unwrapped`).
        assignment: the assignment that is collected.
        notebook: the name that the notebook should have, without .ipynb.
    """
    file = parts[-1]
    for part in parts:
        if found := _EXCHANGE.fullmatch(part):
            other = "" if found[2] == assignment else found[2]
            return Whose(found[1], "", file, parse_moment(found[3].strip()), other)
        if found := _MOODLE.fullmatch(part):
            name = f"{found[1]} {found[2]}" if found[1] == "Participant" else found[1]
            return Whose(name, found[2], found[3] or file)
    if found := _CANVAS.fullmatch(file):
        return Whose(found[1], found[2], found[3])
    if len(parts) > 1:
        return Whose(parts[0], "", file)
    found = _CLASSROOM.fullmatch(file)
    if found and not is_like(found[1], notebook, alone=True):
        return Whose(found[1], "", found[2])
    return Whose(_rest(file, notebook), "", file)


def _rest(file: str, notebook: str) -> str:
    """What a loose file's name says besides the notebook's name."""
    parts = map(re.escape, re.split(r"[\W_]+", notebook))
    name = re.sub(r"[\W_]*".join(parts), " ", unicodedata.normalize("NFC", file), flags=re.I)
    rest = _COPY.sub(" ", name)
    return re.sub(r"[\s_]+", " ", rest).strip(" -._") if re.search(r"[^\W\d_]|\d{4}", rest) else ""


def unwrapped(paths: Sequence[tuple[str, ...]], notebook: str) -> list[tuple[str, ...]]:
    """The paths without folders that say nothing of a student: the unit's, one around them all."""
    bare = [
        (*(part for part in path[:-1] if not _is_wrapper(part, notebook)), path[-1])
        for path in paths
    ]
    while bare and all(len(path) > 2 for path in bare) and len({path[0] for path in bare}) == 1:
        bare = [path[1:] for path in bare]
    return bare


def _is_wrapper(part: str, notebook: str) -> bool:
    if _EXCHANGE.fullmatch(part) or _MOODLE.fullmatch(part):
        return False
    return part.casefold() in _WRAPPERS or is_like(part, notebook, alone=True)


def told_apart(found: Sequence[Whose]) -> list[Whose]:
    """The same with numbers added to the names that several students share."""
    numbers: dict[str, set[str]] = defaultdict(set)
    for each in found:
        if each.number:
            numbers[each.student].add(each.number)
    return [
        replace(each, student=f"{each.student}-{each.number}")
        if len(numbers[each.student]) > 1 and each.number
        else each
        for each in found
    ]


def folder_name(student: str) -> str:
    """The student's id as the name of a folder; "" where nothing is left of it."""
    name = unicodedata.normalize("NFC", student)
    name = re.sub(r'[/\\:*?"<>|\x00-\x1f\x7f]+', "-", name)
    short = name.strip(" .-~").encode("utf-8", "replace")[:LONGEST]
    return short.decode("utf-8", "ignore").strip()
